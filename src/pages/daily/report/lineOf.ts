import type { PersonReportDraft, ReportingRules } from '@contract/selfReport'
import { feelingsText, temperatureText } from '@/components/reportSentences'
import { reportsWords } from '@/words/reports'
import { selfReportWords as said } from '@/words/selfReport'
import { concernsIn, degreesOf, isReadable } from './answers'

/** 36.5 ℃ · 没有不舒服; 38.2 ℃ · 发热、咳嗽 · 去过 1 个地方. */
export const lineOf = (person: PersonReportDraft, rules: ReportingRules): string =>
  [
    isReadable(person) ? temperatureText(degreesOf(person)) : said.toCorrect,
    // Whoever only measured a fever has not said that nothing is wrong.
    isOnlyFever(person, rules) ? reportsWords.concern.fever : feelingsText(person),
    person.been.length > 0 ? said.been(person.been.length) : '',
    person.test ? said.tested(said.test.result[person.test.result]) : '',
  ]
    .filter(Boolean)
    .join(said.join)

const isOnlyFever = (person: PersonReportDraft, rules: ReportingRules): boolean =>
  person.symptoms.length === 0 && person.contacts.length === 0 && concernsIn(person, rules).includes('fever')
