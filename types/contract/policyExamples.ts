import type { Source } from './editions'
import type { Rule, RuleConditions, RuleStage } from './policyRules'

/** A policy that has been law, to start from. */
export interface PolicyExample {
  name: string
  source: Source
  rules: Rule[]
}

const anything: RuleConditions = {
  level: 'any',
  near: 'any',
  withinDays: null,
  symptoms: 'any',
  test: 'any',
  vaccination: 'any',
  through: 'any',
}

type Said = Pick<Rule, 'id' | 'name' | 'resident' | 'staff'>

const TWICE_A_DAY = 2

/** Counted from leaving, the day of leaving being the first: as long as the measures last, somebody is subject to them. */
const sinceLeaving = (said: Said, when: Partial<RuleConditions>, ...stages: RuleStage[]): Rule => ({
  ...said,
  when: { ...anything, withinDays: stages.reduce((sum, { days }) => sum + days, 0) - 1, ...when },
  then: { countedFrom: 'leaving', stages, temperatures: TWICE_A_DAY },
})

/** No measure, but perhaps tests after arriving. */
const noticed = (said: Said, when: Partial<RuleConditions>, tests: number[]): Rule => ({
  ...said,
  when: { ...anything, ...when },
  then: { countedFrom: 'arrival', stages: [{ measure: 'noticeOnly', days: 0, tests }], temperatures: 0 },
})

const central = (days: number, tests: number[]): RuleStage => ({ measure: 'centralObservation', days, tests })
const atHome = (days: number, tests: number[]): RuleStage => ({ measure: 'homeObservation', days, tests })
const monitored = (days: number, tests: number[]): RuleStage => ({ measure: 'healthMonitoring', days, tests })

const abroad = { near: 'abroad' } as const

const others = (resident: string): Said => ({
  id: 'others',
  name: '其他地区',
  resident,
  staff: '没有风险地区经历，告知即可。',
})

const lowRisk: Said = {
  id: 'low',
  name: '低风险区',
  resident:
    '您到过风险区所在的县（市、区）。请在到达后3天内做两次核酸检测，两次间隔24小时以上，这几天少聚集、戴好口罩。',
  staff: '3天两检，间隔24小时以上；请问清是否进过同县的风险区。',
}

const twentyMeasures: PolicyExample = {
  name: '5+3（二十条措施）',
  source: {
    text: '关于进一步优化新冠肺炎疫情防控措施 科学精准做好防控工作的通知',
    link: 'https://m.qubaike.com/hotnews/u8d6ejpw.html',
    publishedOn: '2022-11-11',
  },
  rules: [
    sinceLeaving(
      {
        id: 'abroad',
        name: '入境人员',
        resident:
          '您从境外回来，要集中隔离5天，再居家隔离3天。已经在入境地隔离的天数算在内，请把证明准备好。',
        staff: '5天集中隔离加3天居家隔离；入境地已隔离的不重复。',
      },
      abroad,
      central(5, [1, 2, 3, 5]),
      atHome(3, [1, 3]),
    ),
    sinceLeaving(
      {
        id: 'high',
        name: '高风险区',
        resident:
          '您到过高风险区，从离开那天算起要居家隔离7天。请不要出门，生活上有需要告诉社区，我们来想办法。',
        staff: '7天居家隔离，从离开高风险区之日算起；不具备条件的商量集中隔离。',
      },
      { level: 'high', near: 'area' },
      atHome(7, [1, 3, 5, 7]),
    ),
    noticed(lowRisk, { level: 'low', near: 'county', withinDays: 6 }, [1, 3]),
    noticed(others('您现在不需要隔离。请注意身体，如有发热、咳嗽，请告诉社区并及时就医。'), {}, []),
  ],
}

const ninthEdition: PolicyExample = {
  name: '7+3（第九版方案）',
  source: {
    text: '新型冠状病毒肺炎防控方案（第九版）',
    link: 'https://shanxi.news.163.com/22/0630/22/HB54ISFF041999R9.html',
    publishedOn: '2022-06-27',
  },
  rules: [
    sinceLeaving(
      {
        id: 'abroad',
        name: '入境人员',
        resident:
          '您从境外回来，要集中隔离7天，再在家做3天健康监测。已经在入境地隔离的天数算在内，请把证明准备好。',
        staff: '7天集中隔离加3天居家健康监测；入境地已隔离的不重复。',
      },
      abroad,
      central(7, [1, 2, 3, 5, 7]),
      monitored(3, [3]),
    ),
    sinceLeaving(
      {
        id: 'high',
        name: '高风险区',
        resident:
          '您到过高风险区，从离开那天算起要集中隔离7天。社区会和您商量时间和地点，请先待在家里，不要和人见面。',
        staff: '7天集中隔离，从离开高风险区之日算起；请尽快联系并安排转运。',
      },
      { level: 'high', near: 'area' },
      central(7, [1, 2, 3, 5, 7]),
    ),
    sinceLeaving(
      {
        id: 'medium',
        name: '中风险区',
        resident:
          '您到过中风险区，从离开那天算起要居家隔离7天。请不要出门，生活上有需要告诉社区，我们来想办法。',
        staff: '7天居家隔离，从离开中风险区之日算起；不具备条件的集中隔离。',
      },
      { level: 'medium', near: 'area' },
      atHome(7, [1, 4, 7]),
    ),
    noticed(lowRisk, { level: 'low', near: 'county', withinDays: 6 }, [1, 3]),
    noticed(others('您现在不需要隔离。请注意身体，如有发热、咳嗽，请告诉社区并及时就医。'), {}, []),
  ],
}

const FIVE_TESTS = [1, 4, 7, 10, 14]

const atHomeForFourteen = '从离开那天算起要居家隔离14天。请不要出门，生活上有需要告诉社区，我们来想办法。'

const beforeJune: PolicyExample = {
  name: '14+7（2022年6月以前）',
  source: {
    text: '韶关市来（返）韶人员管控措施，入境人员按防控方案第八版',
    link: 'http://m.kidbbs.com/news/jiaodian/126174.html',
    publishedOn: '2022-01-20',
  },
  rules: [
    sinceLeaving(
      {
        id: 'abroad',
        name: '入境人员',
        resident:
          '您从境外回来，要集中隔离14天，再在家做7天健康监测。已经在入境地隔离的天数算在内，请把证明准备好。',
        staff: '14天集中隔离加7天居家健康监测；入境地已隔离的不重复。',
      },
      abroad,
      central(14, [1, 4, 7, 14]),
      monitored(7, [2, 7]),
    ),
    sinceLeaving(
      {
        id: 'high',
        name: '高风险地区',
        resident:
          '您到过高风险地区，从离开那天算起要集中隔离14天。社区会和您商量时间和地点，请先待在家里，不要和人见面。',
        staff: '14天集中隔离，从离开之日算起；请尽快联系并安排转运。',
      },
      { level: 'high', near: 'area' },
      central(14, FIVE_TESTS),
    ),
    sinceLeaving(
      {
        id: 'high-county',
        name: '高风险地区所在县',
        resident: `您到过高风险地区所在的县（市、区），${atHomeForFourteen}`,
        staff: '14天居家隔离；请问清是否进过高风险地区。',
      },
      { level: 'high', near: 'county' },
      atHome(14, FIVE_TESTS),
    ),
    sinceLeaving(
      {
        id: 'medium',
        name: '中风险地区',
        resident: `您到过中风险地区，${atHomeForFourteen}`,
        staff: '14天居家隔离；不具备条件的集中隔离。',
      },
      { level: 'medium', near: 'area' },
      atHome(14, FIVE_TESTS),
    ),
    sinceLeaving(
      {
        id: 'high-city',
        name: '高风险地区所在市',
        resident: '您到过高风险地区所在的城市，从离开那天算起做14天居家健康监测。请早晚量体温，尽量不外出。',
        staff: '14天居家健康监测。',
      },
      { level: 'high', near: 'city' },
      monitored(14, [1, 3, 7, 14]),
    ),
    sinceLeaving(
      {
        id: 'medium-city',
        name: '有本土病例的市',
        resident: '您到过有本土病例的城市，从离开那天算起做7天居家健康监测。请早晚量体温，尽量不外出。',
        staff: '7天居家健康监测。',
      },
      { level: 'medium', near: 'city' },
      monitored(7, [1, 3, 7]),
    ),
    noticed(
      others('请在到达后48小时内做一次核酸检测（本省来的不用）。如有发热、咳嗽，请告诉社区并及时就医。'),
      {},
      [2],
    ),
  ],
}

/**
 * From the latest to the earliest. Before June 2022 each city had its own: Shaoguan's, as it was on 20 January
 * (zwbk123.com/news/f31766880e0f4591cc93b62d779fac60.html). The tests of the high and the medium level of the ninth edition: gscdc.cn and
 * jwbk.com/news/2b89e6c91b55e5b7634e28624527d4f0.html; its low level: dcdp.com.cn/news/166949141477639.html; all days of the
 * twenty measures: anyonetrip.com/asks/what-conditions-are-required-to-go-to-shenyang-now.html; across the border before
 * June 2022: m.kidbbs.com/news/jiaodian/237456.html and m.ddtbk.com/news/487841.html; a city with cases is here one with a
 * medium-risk area.
 *
 * Left out: close contacts and theirs, because they are found by tracing and do not register as such; land ports, whose
 * names change; symptoms and positive tests, which these texts send to a hospital. The tests "within so many hours of
 * arriving" stand on the last days that are surely within them. Somebody of our own province is not told apart.
 */
export const policyExamples: readonly PolicyExample[] = [twentyMeasures, ninthEdition, beforeJune]
