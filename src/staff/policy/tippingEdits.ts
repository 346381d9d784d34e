import type { TipKind, TippingRules } from '@contract/tippingRules'
import { staffWords } from '@/words/staff'

const said = staffWords.policy.tipping

/** Something that can wait, without a name: what a new kind begins with. Its id is one that none of the others has. */
export function blankKind(kinds: readonly TipKind[]): TipKind {
  const taken = new Set(kinds.map(({ id }) => id))
  let number = kinds.length + 1
  while (taken.has(`kind${number}`)) number += 1
  return { id: `kind${number}`, name: '', example: '', urgent: false, opens: 'nothing' }
}

/** A whole number as somebody types it; NaN, which no schema takes, for anything else. */
export const countIn = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : NaN)

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A sentence for each thing that is otherwise than it was; none where all is the same. */
export function tippingChanges(before: TippingRules, after: TippingRules): string[] {
  const was = new Map(before.kinds.map((kind) => [kind.id, kind]))
  const is = new Set(after.kinds.map(({ id }) => id))
  const kinds = after.kinds.flatMap((kind) => {
    const earlier = was.get(kind.id)
    if (!earlier) return said.added(kind.name)
    return isSame(earlier, kind) ? [] : said.changedKind(kind.name)
  })
  const removed = before.kinds.flatMap(({ id, name }) => (is.has(id) ? [] : said.removed(name)))
  return [...kinds, ...removed, ...orderChange(before, after), ...rewardChanges(before, after)]
}

/** Whether those that were there and are still there come one after the other as they did. */
function orderChange(before: TippingRules, after: TippingRules): string[] {
  const common = (one: TippingRules, other: TippingRules): string[] =>
    one.kinds.flatMap(({ id }) => (other.kinds.some((kind) => kind.id === id) ? id : []))
  return isSame(common(before, after), common(after, before)) ? [] : [said.reordered]
}

function rewardChanges({ reward: before }: TippingRules, { reward: after }: TippingRules): string[] {
  const worth = [before, after].map(({ item, pieces }) => said.worth(item, pieces))
  const terms = [before, after].map(({ aMonth, claimDays, desk }) => [aMonth, claimDays, desk])
  const [was = '', is = ''] = worth
  const [wasTerms = [], isTerms = []] = terms
  return [
    ...(was === is ? [] : [said.changedReward(was, is)]),
    ...(isSame(wasTerms, isTerms) ? [] : [said.changedTerms]),
  ]
}
