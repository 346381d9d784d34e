import type { RiskLevel } from '@contract/riskLevels'

const level: Record<RiskLevel, string> = { low: '低风险', medium: '中风险', high: '高风险' }

/** Whether somewhere is at risk, as anybody may ask. */
export const riskSearch = {
  level,
  label: '查哪里',
  placeholder: '区县名、街道名或小区名',
  hint: '例如：锦江、成都锦江、某某小区',
  list: (number: number, areas: number) => `名单第 ${number} 版，共 ${areas} 个风险地区`,
  source: (text: string, day: string) => `来源：${text}，${day}公布`,
  since: (when: string) => `${when}起用`,
  noList: '这里还没有公布风险地区名单',
  noListHint: '有疑问请打电话给社区。',
  county: '整个区县',
  rest: '区县里其他地方',
  isAt: (place: string, levelName: string) => `${place}是${levelName}地区`,
  was: (place: string, levelName: string) => `${place}曾是${levelName}地区`,
  from: (from: string) => `从${from}起`,
  span: (from: string, until: string) => `${from}至${until}`,
  safe: '不是风险地区',
  safeHint: '名单里没有这里。名单会变，出行前请再查一次。',
  parts: '查到名单里有下面这些地方，不是整个区县。',
  been: '那几天去过的人，请在返乡登记里写清楚。',
  more: '还有一些没有列出来，请写得更具体。',
  nothing: '没有找到这个地方',
  nothingHint: '请换个写法，例如写区县的全名。没有查到，不等于没有风险；有疑问请打电话给社区。',
}
