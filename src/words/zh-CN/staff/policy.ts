import type { CountedFrom, Nearness, Rule } from '@contract/policyRules'
import type { RiskLevel } from '@contract/riskLevels'
import { tipping } from './tipping'

type Conditions = Rule['when']

const level: Record<Conditions['level'], string> = {
  any: '不看风险等级',
  low: '低风险及以上',
  medium: '中风险及以上',
  high: '高风险',
}

const near: Record<Conditions['near'], string> = {
  any: '任何地方',
  abroad: '境外来的',
  area: '到过风险区',
  county: '到过同县区',
  city: '到过同城市',
}

const symptoms: Record<Conditions['symptoms'], string> = { any: '不论', some: '有症状', none: '没有症状' }

const test: Record<Conditions['test'], string> = {
  any: '不论',
  positive: '检测阳性',
  negative: '检测阴性',
  notNegative: '没有阴性结果',
}

const vaccination: Record<Conditions['vaccination'], string> = {
  any: '不论',
  full: '全程接种',
  notFull: '没有全程接种',
}

const through: Record<Conditions['through'], string> = { any: '不论', only: '只是途经', not: '从那里来' }

const countedFrom: Record<CountedFrom, string> = { leaving: '从离开那天算起', arrival: '从到达那天算起' }

const nearness: Record<Nearness | 'abroad', string> = {
  area: '在风险区里',
  county: '同县区',
  city: '同城市',
  abroad: '境外',
}

const riskLevel: Record<RiskLevel, string> = { low: '低风险', medium: '中风险', high: '高风险' }

/** The rules by which a measure is expected, as those who write them see them. */
export const policy = {
  level,
  near,
  symptoms,
  test,
  vaccination,
  through,
  countedFrom,

  withinDays: (days: number) => `离开 ${days} 天内`,
  everything: '其他所有人',
  and: ' · ',
  tests: (days: string) => `第 ${days} 天检测`,
  noticeTests: (from: CountedFrom, days: string) =>
    `${from === 'leaving' ? '离开' : '到达'}后第 ${days} 天检测`,
  then: '再',
  temperatures: (times: number) => `每天量体温 ${times} 次`,
  list: '、',
  comma: '，',
  toResident: (sentence: string) => `居民看到：${sentence}`,
  toStaff: (sentence: string) => `工作人员看到：${sentence}`,

  waiting: (why: string) => `查看：${why}`,
  now: '现在用的政策',
  none: '还没有政策',
  noneHint: '发布以后，居民登记时会自动预计措施。可以从下面的示例开始。',
  empty: '没有归您管的政策',
  emptyHint: '防控政策由街道和区的负责人录入、发布。要改的话，请联系他们。',
  notice: (name: string, number: number) => `“${name}”，第 ${number} 版`,
  order: '从上往下看，第一条符合的算数；到过几个地方的，按最严的。',
  edit: '在这一版上修改',
  startFrom: '另起一版，从示例开始',
  example: (name: string) => `示例：${name}`,
  resume: (when: string) => `接着修改（${when} 保存在这部手机上）`,
  replaces: '这部手机上有没改完的政策，从头开始会丢掉它。',
  startAnew: '从头开始',
  again: '以此版为准另起新版',

  steps: ['规则', '试一试', '来源和生效'],
  name: '政策名称',
  namePlaceholder: '例如：五加三',
  add: '加一条规则',
  newRule: '新规则',
  number: (index: number) => `第 ${index + 1} 条`,
  open: (index: number, name: string) => `修改第 ${index + 1} 条 ${name}`,
  up: '上移',
  down: '下移',
  copy: '复制',
  remove: '删除',
  removeTitle: (name: string) => `删除“${name}”？`,
  toTry: '下一步：试一试',
  toDeclare: '下一步：来源和生效',
  back: '回去修改',
  unsound: '有问题要先改好，去看看',
  refused: (index: number, name: string) => `第 ${index + 1} 条“${name}”不对，请回去改`,
  proposed: '已提出',

  reporting: {
    title: '每天报备问什么',
    none: '没有',
    fever: (degrees: string) => `${degrees} ℃ 起算发热，马上通知网格员`,
    alarming: (symptoms: string) => `有这些症状马上通知：${symptoms}`,
    asked: (symptoms: string) => `只问、不马上通知：${symptoms}`,
    contact: '接触过感染者或风险地区来的人，马上通知',
    noContact: '接触情况只记录',
    telephone: (name: string, phone: string) => `不舒服时可以打：${name} ${phone}`,
    edit: '修改',
    feverFrom: '多少度算发热',
    degrees: (degrees: string) => `${degrees} ℃`,
    whichAsked: '问哪些症状',
    whichAlarm: '其中哪些要马上通知',
    alarmHint: '通知网格员，半小时没有人看就通知社区。',
    contacts: '接触情况',
    line: (number: number) => `电话 ${number}`,
    lineHint: '不舒服的人除了网格员还可以打给谁，例如发热门诊。',
    lineName: (number: number) => `电话 ${number} 的名称`,
    linePhone: (number: number) => `电话 ${number} 的号码`,
    namePlaceholder: '名称，例如发热门诊',
    phonePlaceholder: '号码',
  },
  tipping,
  rule: {
    title: '规则',
    name: '名称',
    level: '风险等级',
    near: '去过哪里',
    within: '离开后',
    anyTime: '不限天数',
    someDays: '限天数内',
    symptoms: '症状',
    test: '最近一次检测',
    vaccination: '疫苗',
    through: '怎么去的',
    first: '措施',
    second: '之后的措施',
    noSecond: '没有',
    days: '天数',
    tests: '第几天检测',
    testsHint: (last: number) => `写 1 到 ${last} 的数字，从小到大，用空格或逗号隔开；不检测就空着。`,
    countedFrom: '天数怎么算',
    temperatures: '每天量体温',
    times: (times: number) => `${times} 次`,
    resident: '对居民说的话',
    residentHint: '用大白话写清楚要做什么，居民会直接看到。',
    staff: '给工作人员的提醒',
    save: '放进规则里',
  },

  examination: {
    fine: '检查过：每一种情况都有而且只有一条规则。',
    gap: (what: string) => `没有规则管这种情况：${what}`,
    otherGaps: (count: number) => `另外至少还有 ${count} 种情况没有规则`,
    rule: (index: number, name: string) => `第 ${index + 1} 条“${name}”`,
    unfinished: (rule: string) => `${rule}还没有写完`,
    unreachable: (rule: string, behind: string) => `${rule}永远用不上，前面的${behind}已经全包括了`,
    looserFirst: (first: string, second: string, what: string) =>
      `${first}排在${second}前面，却更松（例如：${what}）。顺序可能反了`,
    overlap: (first: string, second: string) => `${first}和${second}有重叠，按前面那条算`,
    milder: (higher: string, lower: string) => `风险更高的反而更松：${higher}，比${lower}松`,
    must: '必须改好才能提出',
    look: '请看看是不是这样',
  },

  circumstances: {
    place: (riskLevelName: string | null, nearName: string | null) =>
      riskLevelName ? `${riskLevelName}，${nearName ?? ''}` : (nearName ?? '没到过风险地区'),
    days: (days: number) => `离开 ${days} 天`,
    symptoms: '有症状',
    test: {
      none: '没检测',
      negative: '检测阴性',
      positive: '检测阳性',
      pending: '结果没出来',
    },
    vaccination: { full: '全程接种', none: '没接种', partial: '没全程接种', unknown: '没说接种' },
    through: '只是途经',
  },
  nearness,
  riskLevel,

  tryOut: {
    explain: '编一个人试试，看会预计什么。用的是现在的风险地区名单。',
    from: '从哪里来',
    search: '写区县名',
    notFound: '没有找到，请换个写法',
    detail: '具体在哪里',
    detailHint: '名单上有比区县更小的地方时写，例如小区名。',
    leftOn: '离开日期',
    arrivesOn: '到达日期',
    symptoms: '有症状',
    yes: '有',
    no: '没有',
    test: '最近一次检测',
    vaccination: '疫苗',
    missing: '先选从哪里来，就能看到会预计什么',
    nothing: '没有一条规则符合，请回去补上。',
    told: (left: string, from: string, arrives: string) => `${left}离开${from}，${arrives}到达`,
    keep: '记住这个例子',
    kept: '记住的例子（规则一改就重新算）',
    forget: '不再记住',
  },
}
