import { ruleFor } from '@contract/circumstances'
import type { Examination } from '@contract/policyExamination'
import type { Rule } from '@contract/policyRules'
import { staffWords } from '@/words/staff'
import { unfinishedIn } from './ruleEdits'
import { circumstancesText } from './ruleWords'

const said = staffWords.policy.examination

/** Something found about a table of rules, and the rule that it is best mended in. */
export interface Finding {
  text: string
  rule: string | null
  /** Whether the table cannot be proposed like this. */
  mustMend: boolean
}

/** Where one rule is missing there are many gaps: the first ones show what they are. */
const GAPS_SHOWN = 3

const gapTexts = (gaps: Examination['gaps']): string[] => [
  ...gaps.slice(0, GAPS_SHOWN).map((gap) => said.gap(circumstancesText(gap))),
  ...(gaps.length > GAPS_SHOWN ? [said.otherGaps(gaps.length - GAPS_SHOWN)] : []),
]

/** What was found, in sentences: what must be mended first. A rule is called by its number too, because a copy bears the same name. */
export function findingsOf(rules: readonly Rule[], found: Examination): Finding[] {
  const named = (id: string | undefined): string => {
    const index = rules.findIndex((rule) => rule.id === id)
    return said.rule(index, rules[index]?.name ?? '')
  }
  const must = (rule: string | null, text: string): Finding => ({ text, rule, mustMend: true })
  const look = (rule: string | null, text: string): Finding => ({ text, rule, mustMend: false })
  return [
    ...unfinishedIn(rules).map(({ id }) => must(id, said.unfinished(named(id)))),
    ...gapTexts(found.gaps).map((text) => must(null, text)),
    ...found.unreachable.map(({ rule, behind }) =>
      must(rule, said.unreachable(named(rule), behind.map(named).join(staffWords.policy.list))),
    ),
    ...found.looserFirst.map(({ first, second, example }) =>
      look(first, said.looserFirst(named(first), named(second), circumstancesText(example))),
    ),
    ...found.milder.map(({ higher, lower }) => {
      const tooMild = ruleFor(rules, higher)?.id
      return look(
        tooMild ?? null,
        said.milder(
          `${circumstancesText(higher)}（${named(tooMild)}）`,
          `${circumstancesText(lower)}（${named(ruleFor(rules, lower)?.id)}）`,
        ),
      )
    }),
    ...found.overlaps.map(({ first, second }) => look(first, said.overlap(named(first), named(second)))),
  ]
}
