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

const stageText = ({ measure, days, tests }: Rule['then']['stages'][number]): string => {
  const list = tests.join(said.list)
  if (measure === 'noticeOnly') {
    return [measureNames.noticeOnly, tests.length > 0 ? said.noticeTests(list) : '']
      .filter(Boolean)
      .join(said.and)
  }
  return [decision(measureNames[measure], days), tests.length > 0 ? said.tests(list) : '']
    .filter(Boolean)
    .join(said.and)
}

/** 居家观察 7 天 · 第 1、4、7 天检测（从离开那天算起）: what follows from a rule. */
export function consequenceText({ stages, countedFrom, temperatures }: Rule['then']): string {
  const isNotice = stages[0]?.measure === 'noticeOnly'
  const measures = stages.map(stageText).join(said.then) + (isNotice ? '' : said.counted(countedFrom))
  return temperatures > 0 ? `${measures}${said.and}${said.temperatures(temperatures)}` : measures
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
