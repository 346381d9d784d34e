import * as v from 'valibot'
import { fault } from './faults'
import * as field from './fields'
import { measures } from './returneeAnswers'
import { riskLevels } from './riskLevels'

/** How near to a risk area somebody was: in it, elsewhere in its county, elsewhere in its city. */
export const nearnesses = ['area', 'county', 'city'] as const
export type Nearness = (typeof nearnesses)[number]

export const countedFroms = ['leaving', 'arrival'] as const
/** A measure's first day is that of leaving the area, or that of arriving here. */
export type CountedFrom = (typeof countedFroms)[number]

export const policyLimits = {
  rules: 40,
  stages: 2,
  tests: 14,
  days: 28,
  temperatures: 6,
  withinDays: 60,
} as const

const whole = (least: number, most: number) =>
  v.pipe(
    v.number(fault('wrongType')),
    v.integer(fault('wrongType')),
    v.minValue(least, fault('outOfRange')),
    v.maxValue(most, fault('outOfRange')),
  )

/** Which stays a rule is for. Whatever is `any` does not matter. */
const conditions = v.strictObject({
  /** At least this level at the time of the stay; `any` also where nothing was at risk. */
  level: v.picklist(['any', ...riskLevels]),
  /** At least this near to the area; what is in the area is also in its county and in its city. */
  near: v.picklist(['any', 'abroad', ...nearnesses]),
  /** At most so many days since leaving, on the day of arrival or, if later, of registering. */
  withinDays: v.nullable(whole(0, policyLimits.withinDays)),
  symptoms: v.picklist(['any', 'some', 'none']),
  /** The latest test. */
  test: v.picklist(['any', 'positive', 'negative', 'notNegative']),
  vaccination: v.picklist(['any', 'full', 'notFull']),
  /** `only`: passed through and did not come from there. */
  through: v.picklist(['any', 'only', 'not']),
})

const stage = v.pipe(
  v.strictObject({
    measure: v.picklist(measures),
    days: whole(0, policyLimits.days),
    /** Days of this stage on which a test is taken; the first day is 1. */
    tests: v.pipe(
      field.listOf(whole(1, policyLimits.days), policyLimits.tests),
      v.check(
        (days) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0)),
        fault('outOfRange'),
      ),
    ),
  }),
  v.forward(
    v.check(({ measure, days }) => (measure === 'noticeOnly') === (days === 0), fault('outOfRange')),
    ['days'],
  ),
  v.forward(
    v.check(
      ({ measure, days, tests }) => measure === 'noticeOnly' || tests.every((day) => day <= days),
      fault('outOfRange'),
    ),
    ['tests'],
  ),
)

export const rule = v.strictObject({
  /** Unique in its policy. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,20}$/i, fault('wrongType'))),
  name: field.saidText(20),
  when: v.pipe(
    conditions,
    v.forward(
      v.check(
        ({ level, near }) => (level === 'any') === (near === 'any' || near === 'abroad'),
        fault('notAChoice'),
      ),
      ['near'],
    ),
  ),
  then: v.strictObject({
    countedFrom: v.picklist(countedFroms),
    stages: v.pipe(field.listOf(stage, policyLimits.stages), v.nonEmpty(fault('required'))),
    temperatures: whole(0, policyLimits.temperatures),
  }),
  /** The sentence for the resident, and the one for staff. */
  resident: field.saidText(200),
  staff: field.text(200),
})

/** The rules of a policy in their order: the first that fits a stay is the one that counts. */
export const rules = v.pipe(
  field.listOf(rule, policyLimits.rules),
  v.nonEmpty(fault('required')),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, fault('repeated')),
)

export type Rule = v.InferOutput<typeof rule>
export type RuleConditions = Rule['when']
export type RuleStage = Rule['then']['stages'][number]
