import type { Examination } from '@contract/policyExamination'
import type { Rule } from '@contract/policyRules'
import { staffWords } from '@/words/staff'
import { circumstancesText } from './ruleWords'

const said = staffWords.policy.examination

/** Something found about a table of rules, and the rule that it is best mended in. */
export interface Finding {
  text: string
  rule: string | null
  /** Whether the table cannot be proposed like this. */
  mustMend: boolean
}

/** What was found, in sentences: what must be mended first. */
export function findingsOf(rules: readonly Rule[], found: Examination): Finding[] {
  const nameOf = (id: string): string => rules.find((rule) => rule.id === id)?.name ?? ''
  const must = (rule: string | null, text: string): Finding => ({ text, rule, mustMend: true })
  const look = (rule: string | null, text: string): Finding => ({ text, rule, mustMend: false })
  return [
    ...found.gaps.map((gap) => must(null, said.gap(circumstancesText(gap)))),
    ...found.unreachable.map(({ rule, behind }) =>
      must(
        rule,
        said.unreachable(
          nameOf(rule),
          behind.map((id) => said.quoted(nameOf(id))).join(staffWords.policy.list),
        ),
      ),
    ),
    ...found.looserFirst.map(({ first, second, example }) =>
      look(first, said.looserFirst(nameOf(first), nameOf(second), circumstancesText(example))),
    ),
    ...found.milder.map(({ higher, lower }) =>
      look(null, said.milder(circumstancesText(higher), circumstancesText(lower))),
    ),
    ...found.overlaps.map(({ first, second }) => look(first, said.overlap(nameOf(first), nameOf(second)))),
  ]
}
