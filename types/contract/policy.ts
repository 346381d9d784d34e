import * as v from 'valibot'
import { action } from './action'
import { declared, digest, onEdition, type EditionHead, type EditionPage } from './editions'
import * as field from './fields'
import type { Outcome } from './outcome'
import type { Examination } from './policyExamination'
import { rules, type Rule } from './policyRules'
import { reportingRules, usualReporting, type ReportingRules } from './reportingRules'
import { limits, testResults, vaccinations } from './returneeAnswers'
import { policyRoles, readerRoles } from './roles'
import { tippingRules, type TippingRules } from './tippingRules'
import { usualTipping } from './usualTipping'

export * from './policyExamination'
export * from './policyRules'

const content = {
  name: field.saidText(20),
  rules,
  reporting: v.optional(reportingRules, usualReporting),
  tipping: v.optional(tippingRules, usualTipping),
}

/** One edition with its rules. */
export interface PolicyShown extends EditionHead {
  name: string
  rules: Rule[]
  /** What households are asked every day, and what cannot wait. */
  reporting: ReportingRules
  /** What neighbours can tell of, and what it is worth. */
  tipping: TippingRules
  examination: Examination
}

/** A policy and what was found about it; `digest` stands for all that it says. */
export interface PolicyPlan {
  examination: Examination
  digest: string
}

/** A registration that is made up to try a policy on. */
const example = v.pipe(
  v.strictObject({
    from: v.strictObject({ region: field.regionCode, detail: field.text(60) }),
    leftOn: field.day,
    arrivesOn: field.day,
    passed: field.listOf(v.strictObject({ region: field.regionCode, on: field.day }), limits.passed),
    hasSymptoms: v.boolean(),
    test: v.picklist(testResults),
    vaccination: v.picklist(vaccinations),
  }),
  v.forward(
    v.check(({ leftOn, arrivesOn }) => arrivesOn >= leftOn, 'arrivalBeforeDeparture'),
    ['arrivesOn'],
  ),
)

const officer = { who: 'staff', roles: policyRoles, at: 'place' } as const

export const policyActions = {
  /** The policy that applies at a place; null while there is none. */
  inForce: action<PolicyShown | null>()({
    access: { who: 'staff', roles: readerRoles, at: 'place' },
    input: v.strictObject({ place: field.placeId }),
  }),
  editions: action<EditionPage>()({
    access: officer,
    input: v.strictObject({ place: field.placeId, after: v.optional(v.nullable(field.submissionId), null) }),
  }),
  show: action<PolicyShown>()({ access: officer, input: v.strictObject(onEdition) }),
  /** What is wrong with rules that are being edited. Changes nothing. */
  check: action<PolicyPlan>()({
    access: officer,
    contentCheck: 'keptNowhere',
    input: v.strictObject({ place: field.placeId, ...content }),
  }),
  /** What rules would make of an example, under the list in force now. */
  tryOut: action<{ outcome: Outcome | null }>()({
    access: officer,
    contentCheck: 'keptNowhere',
    input: v.strictObject({ place: field.placeId, name: content.name, rules, example }),
  }),
  propose: action<EditionHead>()({
    access: officer,
    input: v.strictObject({ ...declared, ...content, digest }),
  }),
  publish: action<EditionHead>()({ access: officer, input: v.strictObject(onEdition) }),
  drop: action<EditionHead>()({
    access: officer,
    input: v.strictObject({ ...onEdition, words: field.saidText(300) }),
  }),
}
