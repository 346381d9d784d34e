import * as v from 'valibot'
import type { Faults, FieldFault } from '@contract/faults'
import { rule as ruleSchema, type Rule, type RuleStage } from '@contract/policyRules'

/** A rule for everybody, without a measure: what one begins with. */
export const blankRule = (id: string, name: string): Rule => ({
  id,
  name,
  when: {
    level: 'any',
    near: 'any',
    withinDays: null,
    symptoms: 'any',
    test: 'any',
    vaccination: 'any',
    through: 'any',
  },
  then: {
    countedFrom: 'arrival',
    stages: [{ measure: 'noticeOnly', days: 0, tests: [] }],
    temperatures: 0,
  },
  resident: '',
  staff: '',
})

/** An id that no rule of the table has. */
export function freeId(rules: readonly Rule[]): string {
  const taken = new Set(rules.map(({ id }) => id))
  let number = rules.length + 1
  while (taken.has(`rule-${number}`)) number += 1
  return `rule-${number}`
}

/** A line of a table, known by its id. */
interface Listed {
  id: string
}

/** The line one place further up or down; the same table where it can go no further. */
export function moved<Line extends Listed>(lines: readonly Line[], id: string, by: -1 | 1): Line[] {
  const from = lines.findIndex((line) => line.id === id)
  const to = from + by
  const [one, other] = [lines[from], lines[to]]
  if (!one || !other) return [...lines]
  return lines.map((line, index) => (index === from ? other : index === to ? one : line))
}

export const without = <Line extends Listed>(lines: readonly Line[], id: string): Line[] =>
  lines.filter((line) => line.id !== id)

const isForAll = ({ when }: Rule): boolean =>
  Object.values(when).every((condition) => condition === 'any' || condition === null)

/** In the place of the rule with the same id; a new one last, but before one that is for everybody else. */
export function withRule(rules: readonly Rule[], rule: Rule): Rule[] {
  if (rules.some(({ id }) => id === rule.id)) {
    return rules.map((one) => (one.id === rule.id ? rule : one))
  }
  const last = rules[rules.length - 1]
  return last && isForAll(last) ? [...rules.slice(0, -1), rule, last] : [...rules, rule]
}

/** A copy stands behind what it was made of. */
export const copied = (rules: readonly Rule[], id: string): Rule[] =>
  rules.flatMap((rule) => (rule.id === id ? [rule, { ...rule, id: freeId(rules) }] : [rule]))

/** Those in which something is still missing. */
export const unfinishedIn = (rules: readonly Rule[]): Rule[] =>
  rules.filter((rule) => !v.is(ruleSchema, rule))

/** One stage in its place, or none there. Nothing follows a notice. */
export function withStage(stages: readonly RuleStage[], index: number, stage: RuleStage | null): RuleStage[] {
  if (index === 0 && stage?.measure === 'noticeOnly') return [stage]
  return [...stages.slice(0, index), ...(stage ? [stage] : []), ...stages.slice(index + 1)]
}

/** The days of tests as somebody types them, 1 4 7 or 1，4，7; null where that says something else. */
export function testDaysIn(typed: string, most: number): number[] | null {
  const parts = typed.split(/[\s,，、;；]+/).filter(Boolean)
  const days = parts.map(Number)
  const isOrdered = days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0))
  return isOrdered && days.every((day) => Number.isInteger(day) && day >= 1 && day <= most) ? days : null
}

/** The first rule that a function did not take, by its place in the table; null where it is not for a rule. */
export function refusedRule(faults: Faults): { index: number; fault: FieldFault } | null {
  for (const [path, fault] of Object.entries(faults)) {
    const [, index] = /^rules\.(\d+)\./.exec(path) ?? []
    if (index) return { index: Number(index), fault }
  }
  return null
}
