import type { Circumstances } from '@contract/circumstances'
import type { Rule } from '@contract/policyRules'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

const said = staffWords.policy
const { measure: measureNames, decision } = words.registration

/** 中风险及以上 · 到过同县区 · 离开 14 天内: for whom a rule is, in a line. */
export function conditionText({ level, near, withinDays, ...health }: Rule['when']): string {
  const parts = [
    level === 'any' ? '' : said.level[level],
    near === 'any' ? '' : said.near[near],
    withinDays === null ? '' : said.withinDays(withinDays),
    health.through === 'any' ? '' : said.through[health.through],
    health.symptoms === 'any' ? '' : said.symptoms[health.symptoms],
    health.test === 'any' ? '' : said.test[health.test],
    health.vaccination === 'any' ? '' : said.vaccination[health.vaccination],
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(said.and) : said.everything
}

type Then = Rule['then']

function stageText({ measure, days, tests }: Then['stages'][number], from: Then['countedFrom']): string {
  const list = tests.join(said.list)
  const [what, when] =
    measure === 'noticeOnly'
      ? [measureNames.noticeOnly, said.noticeTests(from, list)]
      : [decision(measureNames[measure], days), said.tests(list)]
  return [what, ...(tests.length > 0 ? [when] : [])].join(said.comma)
}

/** 居家观察 7 天，第 1、4、7 天检测 / 从离开那天算起，每天量体温 2 次: what follows from a rule, a line for each measure. */
export function consequenceLines({ stages, countedFrom, temperatures }: Then): string[] {
  const isNotice = stages[0]?.measure === 'noticeOnly'
  const along = [
    ...(isNotice ? [] : [said.countedFrom[countedFrom]]),
    ...(temperatures > 0 ? [said.temperatures(temperatures)] : []),
  ]
  return [
    ...stages.map((stage, index) => `${index > 0 ? said.then : ''}${stageText(stage, countedFrom)}`),
    ...(along.length > 0 ? [along.join(said.comma)] : []),
  ]
}

/** 中风险，同县区 · 离开 3 天 · 有症状: one sort of circumstances. */
export function circumstancesText({ level, near, daysSince, ...rest }: Circumstances): string {
  return [
    said.circumstances.place(level && said.riskLevel[level], near && said.nearness[near]),
    said.circumstances.days(daysSince),
    rest.hasSymptoms ? said.circumstances.symptoms : '',
    said.circumstances.test[rest.test],
    said.circumstances.vaccination[rest.vaccination],
    rest.through ? said.circumstances.through : '',
  ]
    .filter(Boolean)
    .join(said.and)
}
