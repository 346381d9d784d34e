import * as v from 'valibot'
import { fault } from './faults'
import * as field from './fields'
import { symptoms, type Symptom, type TestResult } from './returneeAnswers'

/** What people may have been in contact with: somebody infected, somebody who came from a risk area. */
export const contacts = ['case', 'riskArea'] as const
export type ContactWith = (typeof contacts)[number]

/** Why a report cannot wait: each is a reason of its own. */
export const concerns = ['fever', 'symptoms', 'contact', 'positiveTest'] as const
export type Concern = (typeof concerns)[number]

/** Within these a fever can be said to begin, in °C; and how many telephones are shown to whoever is unwell. */
export const reportingLimits = { feverLeast: 37, feverMost: 38.5, telephones: 3 } as const

const isTenths = (degrees: number): boolean => Math.round(degrees * 10) / 10 === degrees

/** What households are asked every day, and which answers cannot wait: a part of every policy. */
export const reportingRules = v.strictObject({
  /** In °C, with one decimal; a fever from this temperature on. */
  feverFrom: v.pipe(
    v.number(fault('wrongType')),
    v.minValue(reportingLimits.feverLeast, fault('outOfRange')),
    v.maxValue(reportingLimits.feverMost, fault('outOfRange')),
    v.check(isTenths, fault('outOfRange')),
  ),
  /** The symptoms that are asked for, in their order. */
  symptoms: v.pipe(
    field.listOf(v.strictObject({ symptom: v.picklist(symptoms), alarming: v.boolean() }), symptoms.length),
    v.nonEmpty(fault('required')),
    v.check((all) => new Set(all.map(({ symptom }) => symptom)).size === all.length, fault('repeated')),
  ),
  contactAlarms: v.boolean(),
  /** Whom somebody unwell calls besides the grid worker: the fever clinic, the community's own line. */
  telephones: field.listOf(
    v.strictObject({ name: field.saidText(20), phone: field.phone }),
    reportingLimits.telephones,
  ),
})

export type ReportingRules = v.InferOutput<typeof reportingRules>

/**
 * What counts where no policy says otherwise. 37.3 °C and the symptoms: Protocol for Prevention and Control of COVID-19,
 * 9th edition, National Health Commission, 27 June 2022, annex on observation at home.
 */
export const usualReporting: ReportingRules = {
  feverFrom: 37.3,
  symptoms: symptoms.map((symptom) => ({ symptom, alarming: true })),
  contactAlarms: true,
  telephones: [],
}

/** What the rules read of one person's report. */
export interface Reportable {
  /** In °C; null when it was not measured. */
  temperature: number | null
  symptoms: readonly Symptom[]
  contacts: readonly ContactWith[]
  test: { result: TestResult } | null
}

/** Why this report cannot wait, the gravest last; empty when all is well. */
export const concernsOf = (
  { temperature, symptoms: said, contacts: met, test }: Reportable,
  { feverFrom, symptoms: asked, contactAlarms }: ReportingRules,
): Concern[] => {
  const alarming = asked.flatMap(({ symptom, alarming: alarms }) => (alarms ? [symptom] : []))
  const hasFever = temperature !== null && temperature >= feverFrom
  const found: [Concern, boolean][] = [
    ['fever', hasFever],
    ['symptoms', said.some((one) => alarming.includes(one))],
    ['contact', contactAlarms && met.length > 0],
    ['positiveTest', test?.result === 'positive'],
  ]
  return found.flatMap(([concern, is]) => (is ? [concern] : []))
}

/**
 * In °C: from here on an ambulance is advised. A rule of thumb for adults, well within what is called a high fever (39.1 to
 * 41 °C), and no policy: whoever calls asks how the person really is.
 */
export const EMERGENCY_FEVER = 39.5

/** Breathing is difficult, or the fever is very high. */
export const isEmergency = ({
  temperature,
  symptoms: felt,
}: Pick<Reportable, 'temperature' | 'symptoms'>): boolean =>
  felt.includes('breathless') || (temperature !== null && temperature >= EMERGENCY_FEVER)
