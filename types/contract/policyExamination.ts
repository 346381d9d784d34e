import type { Circumstances } from './circumstances'
import { cellsOf, firstOfAlike, strictnessOf, type Cell, type Cells, type Strictness } from './policyCells'
import { policyLimits, type Rule } from './policyRules'

/** What can be wrong with a table of rules. Gaps and unreachable rules keep it from being proposed. */
export interface Examination {
  /** Circumstances for which no rule was made, one for each level and nearness. At most ten. */
  gaps: Circumstances[]
  /** Rules that no stay ever reaches, and those before them that take all of theirs. */
  unreachable: { rule: string; behind: string[] }[]
  /**
   * Two rules that both fit, where the first, which counts, is looser than the second: probably the wrong order. An
   * exception that is meant to be milder (vaccinated, only passed through ...) is none. At most ten.
   */
  looserFirst: { first: string; second: string; example: Circumstances }[]
  /**
   * Two rules that both fit and say something different, of which neither is an exception to the other: one asks for a
   * place, say, and the other for symptoms. The first counts. At most ten.
   */
  overlaps: { first: string; second: string }[]
  /** A higher level that is treated more mildly than a lower one, all else being equal. At most ten. */
  milder: { lower: Circumstances; higher: Circumstances }[]
}

/** Whether a policy may be proposed. */
export const isSound = ({ gaps, unreachable }: Examination): boolean =>
  gaps.length === 0 && unreachable.length === 0

const MOST_SHOWN = 10

const firstOfEach = <Found>(found: readonly Found[], sortOf: (one: Found) => string): Found[] => {
  const sorts = new Map<string, Found>()
  for (const one of found) if (!sorts.has(sortOf(one))) sorts.set(sortOf(one), one)
  return [...sorts.values()].slice(0, MOST_SHOWN)
}

const gapsIn = (cells: readonly Cell[]): Circumstances[] =>
  firstOfEach(
    cells.flatMap(({ circumstances, fitting }) => (fitting.length === 0 ? [circumstances] : [])),
    ({ level, near }) => `${level} ${near}`,
  )

const unreachableIn = (rules: readonly Rule[], cells: readonly Cell[]): Examination['unreachable'] => {
  const reached = new Set(cells.map(({ fitting }) => fitting[0]))
  const takers = rules.map(() => new Set<number>())
  for (const { fitting } of cells)
    for (const rule of fitting) if (!reached.has(rule)) takers[rule]?.add(fitting[0] as number)
  return rules.flatMap(({ id }, index) =>
    reached.has(index)
      ? []
      : [{ rule: id, behind: rules.flatMap((taker, at) => (takers[index]?.has(at) ? [taker.id] : [])) }],
  )
}

/** A rule that counts somewhere, and another that fits there too. */
interface Pair {
  first: Rule
  second: Rule
  /** Where the first is looser. */
  looser: Circumstances | null
}

function pairsIn(rules: readonly Rule[], cells: readonly Cell[], strictness: Strictness): Pair[] {
  const pairs = new Map<number, Pair>()
  for (const { circumstances, fitting } of cells) {
    const first = fitting[0] ?? 0
    for (const second of fitting.slice(1)) {
      const key = first * policyLimits.rules + second
      const pair = pairs.get(key) ?? ({ first: rules[first], second: rules[second], looser: null } as Pair)
      if (!pair.looser && strictness(first, circumstances) < strictness(second, circumstances))
        pair.looser = circumstances
      pairs.set(key, pair)
    }
  }
  return [...pairs.values()]
}

// What a rule asks of the person; these answers make it milder than a rule that does not ask.
const excuses = { symptoms: 'none', test: 'negative', vaccination: 'full', through: 'only' } as const
const askedOfPerson = Object.keys(excuses) as (keyof typeof excuses)[]

const isExcused = ({ first, second }: Pair): boolean =>
  askedOfPerson.some((key) => first.when[key] === excuses[key] && second.when[key] !== excuses[key])

/** The steps of a ladder of places and days, from the strictest down, overlap as a matter of course. */
const isLadder = ({ first, second }: Pair): boolean =>
  askedOfPerson.every((key) => first.when[key] === second.when[key])

const saysTheSame = ({ first, second }: Pair): boolean =>
  JSON.stringify(first.then) === JSON.stringify(second.then)

/** Pairs worth a look: a rule that nothing reaches is named as such, and the rule for all others overlaps with everything. */
function clashesIn(
  rules: readonly Rule[],
  alike: readonly Cell[],
  { isWithin }: Cells,
  strictness: Strictness,
  lost: Set<string>,
) {
  const pairs = pairsIn(rules, alike, strictness).filter(({ second }) => !lost.has(second.id))
  const isException = (pair: Pair) => isWithin(pair.first, pair.second)
  const isWrong = (pair: Pair) => pair.looser !== null && !(isException(pair) && isExcused(pair))
  return {
    looserFirst: pairs
      .flatMap((pair) => (pair.looser && isWrong(pair) ? [{ ...idsOf(pair), example: pair.looser }] : []))
      .slice(0, MOST_SHOWN),
    overlaps: pairs
      .filter((pair) => !isWrong(pair) && !isException(pair) && !isLadder(pair) && !saysTheSame(pair))
      .map(idsOf)
      .slice(0, MOST_SHOWN),
  }
}

const idsOf = ({ first, second }: Pair) => ({ first: first.id, second: second.id })

function milderIn({ all, higher }: Cells, strictness: Strictness): Examination['milder'] {
  const found = all.flatMap((cell, index) => {
    const above = higher(index)
    const [rule, ruleAbove] = [cell.fitting[0], above?.fitting[0]]
    if (!above || rule === undefined || ruleAbove === undefined) return []
    const isMilder = strictness(ruleAbove, above.circumstances) < strictness(rule, cell.circumstances)
    return isMilder
      ? [{ lower: cell.circumstances, higher: above.circumstances, sort: `${rule} ${ruleAbove}` }]
      : []
  })
  return firstOfEach(found, ({ sort }) => sort).map(({ lower, higher }) => ({ lower, higher }))
}

/** Looks at a table under every sort of circumstances that its rules can tell apart. */
export function examine(rules: readonly Rule[]): Examination {
  const cells = cellsOf(rules)
  const strictness = strictnessOf(rules)
  const alike = firstOfAlike(cells.all)
  const unreachable = unreachableIn(rules, alike)
  return {
    gaps: gapsIn(cells.all),
    unreachable,
    ...clashesIn(rules, alike, cells, strictness, new Set(unreachable.map(({ rule }) => rule))),
    milder: milderIn(cells, strictness),
  }
}
