import type { EditionKind } from '@contract/editions'
import type { CountedFrom, Nearness } from '@contract/policyRules'
import type { RiskLevel } from '@contract/riskLevels'
import type { Reader } from './happening'

/** 低风险: as an official list calls it. */
const level: Record<RiskLevel, string> = { low: '低风险', medium: '中风险', high: '高风险' }

/** Where somebody was, and when. */
interface Stayed {
  reader: Reader
  /** 5月3日. */
  day: string
  where: string
  through: boolean
  isAhead: boolean
}

const person: Record<Reader, string> = { owner: '您', staff: '' }

const left = ({ reader, day, where, through, isAhead }: Stayed): string =>
  `${person[reader]}${day}${isAhead ? '将' : ''}${through ? '途经' : '离开'}${where}`

/** Nobody leaves 境外: they set out from there. */
const setOut = (stayed: Stayed): string =>
  stayed.through
    ? left(stayed)
    : `${person[stayed.reader]}${stayed.day}${stayed.isAhead ? '将' : ''}从${stayed.where}出发`

/** What an area is to the place where somebody was. */
const area: Record<Nearness, (place: string) => string> = {
  area: () => '该地',
  county: (place) => `同一个县区的${place}`,
  city: (place) => `同一个城市的${place}`,
}

/** Since when, or from when until when, an area was at risk. */
const lasted = (from: string, until: string | null): string =>
  until === null ? `从${from}起为` : `${from}至${until}为`

/** Whoever left later than a place was at risk is counted from the last day on which it was. */
type Since = CountedFrom | 'atRisk'

const sinceDay: Record<Since, string> = {
  leaving: '离开那天',
  arrival: '到达那天',
  atRisk: '那里有风险的最后一天',
}

/** Why something is asked of a person. */
const why = {
  title: '为什么',
  fromArea: (stayed: Stayed, near: Nearness, place: string, risk: string) =>
    `${left(stayed)}；${area[near](place)}${risk}。`,
  atRisk: (from: string, until: string | null, riskLevel: RiskLevel) =>
    `${lasted(from, until)}${level[riskLevel]}`,
  listed: (published: string, source: string) => `名单${published}公布，来源：${source}。`,
  fromAbroad: (stayed: Stayed) => `${setOut(stayed)}，按境外来的人员安排。`,
  fromElsewhere: (stayed: Stayed) => `${left(stayed)}；`,
  notListed: (published: string, source: string) =>
    `那里不在${published}公布的风险地区名单上，来源：${source}。`,
  noList: '目前没有公布风险地区名单。',
  counted: (from: Since, since: string, days: number) =>
    `${sinceWhen(from, since)}，共 ${days} 天，第一天和最后一天都算。`,
  countedLeft: (from: Since, since: string, days: number, arrives: string, rest: number) =>
    `${sinceWhen(from, since)}，共 ${days} 天；${arrives}到达，还有 ${rest} 天。`,
  partlyPassed: (from: Since, since: string) => `${sinceWhen(from, since)}，前一段已经过去。`,
  allPassed: (from: Since, since: string, days: number) => `${sinceWhen(from, since)}，${days} 天已经过去。`,
  /** One that is being tried has no number yet: 0. */
  rule: (policy: string, number: number, rule: string) =>
    `依据：防控政策“${policy}”（${number > 0 ? `第 ${number} 版` : '还没有发布'}）里的“${rule}”这一条。`,
  edition: (number: number) => `名单：风险地区名单第 ${number} 版。`,
  possible: (places: string) => `同一个县区还有风险地区：${places}。请问清是否去过。`,
  possiblePlace: (place: string, riskLevel: RiskLevel | null) =>
    riskLevel ? `${place}（${level[riskLevel]}）` : place,
  judgedOn: (day: string, days: number) => `到${day}，离开 ${days} 天。`,
  judgedFrom: (last: string, day: string, days: number) =>
    `从那里有风险的最后一天（${last}）到${day}，${days} 天。`,
}

function sinceWhen(from: Since, since: string): string {
  return `天数从${sinceDay[from]}（${since}）算起`
}

/** What to do, until when. */
const now = {
  /** Above the picture of the days. */
  days: '这些天的安排',
  /** 不用隔离 is what a notice means to the person. */
  notice: '不用隔离',
  then: (measure: string, days: number, from: string, until: string) =>
    `然后${measure} ${days} 天，从${from}，到${until}晚上结束。`,
  testToday: '今天要做一次核酸检测。',
  tests: (days: string) => `要做核酸检测的日子：${days}。`,
  testsLeft: (days: string) => `还要做核酸检测的日子：${days}。`,
  temperatures: (times: number) => `每天量 ${times} 次体温，记下来。`,
}

/** Before the community has decided. */
const expected = {
  title: (measures: string) => `预计：${measures}`,
  toConfirm: '这是按规定预计的，待社区确认。',
  /** Where something else is said first. */
  inShort: (measures: string) => `预计：${measures}，待社区确认。`,
  /** Above the picture of the days. */
  days: '预计的安排（待社区确认）',
  changed: '风险地区名单或防控政策有变化，预计的安排已经更新。',
  meanwhile: '社区确认以前，请先按预计的做，等电话。',
}

/** After a decision, when the rules have come to expect something else. */
const changed = {
  title: {
    riskList: '风险地区名单有变化',
    policy: '防控政策有变化',
  } satisfies Record<EditionKind, string>,
  nowTitle: '有新变化，社区会重新确认',
  inForce: (measures: string) => `现在的安排是${measures}，社区确认以前照这个做。`,
  stricter: '新的安排可能更严。社区确认以前，请尽量不出门，少和别人来往。',
  looser: '新的安排可能更宽松。社区确认以前，请还照现在的做。',
  before: (measures: string) => `现在：${measures}`,
  after: (measures: string) => `预计改为：${measures}`,
  until: (measures: string, until: string) => `${measures}，到${until}`,
}

/** A picture of the days. */
const calendar = {
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  test: '检',
  testLegend: '检：做核酸检测',
  today: '今天',
  month: (month: number) => `${month}月`,
  dayOfSpan: (measure: string, number: number) => `${measure}第 ${number} 天`,
  lastDay: '最后一天',
  takesTest: '做核酸检测',
  join: '，',
}

export const outcome = { level, why, now, expected, changed, calendar }
