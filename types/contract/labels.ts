import type { CallReason, CallResult } from './calls'
import type { IdentityDocumentKind } from './fields'
import type { Ending } from './healthAlerts'
import type { EnteredHow, Leaving, MemberRelation } from './households'
import type { Concern, ContactWith } from './reportingRules'
import type { Measure, Relation, Symptom, TestResult, Transport, Vaccination } from './returnee'
import type { Actor } from './roles'

// What official lists call their entries: the same words on the phone and in a spreadsheet that a function makes.

export const roleLabels: Record<Exclude<Actor, 'owner'>, string> = {
  system: '系统',
  teller: '提供线索的人',
  gridWorker: '网格员',
  steward: '楼长',
  gateKeeper: '门岗',
  communityOfficer: '社区专干',
  streetOfficer: '街道干部',
  districtOfficer: '区级干部',
  inspector: '督导员',
  administrator: '管理员',
}

export const measureLabels: Record<Measure, string> = {
  centralObservation: '集中观察',
  homeObservation: '居家观察',
  healthMonitoring: '健康监测',
  noticeOnly: '告知即可',
}

export const transportLabels: Record<Transport, string> = {
  train: '火车',
  flight: '飞机',
  coach: '长途客车',
  car: '自驾车',
  other: '其他方式',
}

export const relationLabels: Record<Relation, string> = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  relative: '亲戚',
  friend: '朋友',
  other: '其他',
}

export const testResultLabels: Record<TestResult, string> = {
  none: '没有做过',
  negative: '阴性',
  positive: '阳性',
  pending: '结果还没出来',
}

export const symptomLabels: Record<Symptom, string> = {
  fever: '发热',
  cough: '咳嗽',
  soreThroat: '嗓子疼',
  fatigue: '乏力',
  breathless: '呼吸困难',
  diarrhoea: '腹泻',
  lossOfTaste: '闻不到或尝不出味道',
  runnyNose: '鼻塞流涕',
  musclePain: '肌肉酸痛',
  vomiting: '呕吐',
  rash: '皮疹',
}

export const vaccinationLabels: Record<Vaccination, string> = {
  unknown: '没有说明',
  none: '没有接种',
  partial: '没有全程接种',
  full: '已全程接种',
}

export const documentLabels: Record<IdentityDocumentKind, string> = {
  residentId: '身份证',
  passport: '护照',
  travelPermit: '通行证',
}

export const memberRelationLabels: Record<MemberRelation, string> = { self: '本人', ...relationLabels }

export const leavingLabels: Record<Leaving, string> = {
  away: '暂时不在家',
  movedOut: '搬走了',
  died: '已经离世',
  mistake: '加错了',
}

export const enteredHowLabels: Record<EnteredHow, string> = {
  self: '自己报的',
  door: '上门代报',
  telephone: '电话代报',
}

export const contactLabels: Record<ContactWith, string> = {
  case: '接触过感染者',
  riskArea: '接触过风险地区来的人',
}

export const concernLabels: Record<Concern, string> = {
  fever: '发热',
  symptoms: '有症状',
  contact: '有接触',
  positiveTest: '检测阳性',
}

export const endingLabels: Record<Ending, string> = {
  mistaken: '量错或填错，没有不舒服',
  recovered: '已经好了',
  ordinaryIllness: '普通疾病',
  inHospital: '已住院治疗',
  confirmedCase: '确诊',
  unreachable: '一直没有联系上',
}

export const callReasonLabels: Record<CallReason, string> = {
  notReported: '提醒报备',
  unwell: '问候身体情况',
  routine: '例行走访',
  other: '其他事情',
}

/** The same at a door. */
export const visitResultLabels: Record<CallResult, string> = {
  answered: '见到了',
  noAnswer: '没人在家',
  busy: '不方便',
  wrongNumber: '门牌不对',
  declined: '不愿多说',
}

export const callResultLabels: Record<CallResult, string> = {
  answered: '接通了',
  noAnswer: '没人接',
  busy: '占线',
  wrongNumber: '号码不对',
  declined: '不愿多说',
}

/** Stands for a text that an officer has hidden. */
export const hiddenText = '（这段文字已由社区隐藏）'
