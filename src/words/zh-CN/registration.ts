import type { CaseKind } from '@contract/cases'
import type { EditionKind } from '@contract/editions'
import {
  documentLabels,
  measureLabels,
  relationLabels,
  roleLabels,
  symptomLabels,
  testResultLabels,
  transportLabels,
  vaccinationLabels,
} from '@contract/labels'
import type { Measure, Purpose, ReturneeEvent, ReturneeStatus } from '@contract/returnee'
import type { Duty } from '@contract/places'
import type { Actor, Level } from '@contract/roles'
import { alertHappened } from './alertHappened'
import type { Happening, Reader } from './happening'

const kind: Record<CaseKind, string> = {
  returnee: '返乡登记',
  healthAlert: '健康异常',
  tip: '线索',
  lookAlert: '查看提醒',
  textCheck: '文字复核',
}

const role: Record<Actor, string> = { owner: '登记人', ...roleLabels }

const duty: Record<Duty, string> = {
  leader: '街道领导',
  secretary: '社区书记',
  gridWorker: '网格员',
  partyMember: '党员',
  volunteer: '志愿者',
}

const level: Record<Level, string> = {
  district: '区',
  street: '街道',
  community: '社区',
  grid: '网格',
  compound: '小区',
  building: '楼栋',
  unit: '单元',
  household: '住户',
}

const status: Record<Reader, Record<ReturneeStatus, string>> = {
  owner: {
    submitted: '等社区处理',
    asked: '等您回答',
    accepted: '社区已确认',
    tightening: '社区已确认',
    reassessed: '重新核对中',
    appealed: '申诉复核中',
    rejected: '未通过',
    withdrawn: '已撤回',
  },
  staff: {
    submitted: '待处理',
    asked: '等居民回复',
    accepted: '已确认',
    tightening: '改严待确认',
    reassessed: '名单有变',
    appealed: '申诉待复核',
    rejected: '未通过',
    withdrawn: '已撤回',
  },
}

/** What a measure asks of the person, as the community puts it. */
const measureMeans: Record<Measure, string> = {
  centralObservation: '住到指定的观察点。社区会打电话约好接您的时间和地点。',
  homeObservation: '在家里，不出门，也不请人来家里。生活需要和垃圾由社区帮忙。',
  healthMonitoring: '可以出门，但少去人多的地方。每天量体温，不舒服就打电话告诉社区。',
  noticeOnly: '不用隔离。正常生活，出门戴好口罩。',
}

const purpose: Record<Purpose, string> = {
  self: '本人登记',
  family: '为家人登记',
  telephone: '工作人员代为登记',
}

/** Titles of the groups of answers, in the order of the form. */
const section = {
  person: '返乡人',
  household: '住在哪里',
  journey: '从哪来、怎么来',
  company: '同行人和途经地',
  health: '身体情况',
}

const answer = {
  name: '姓名',
  phone: '手机号',
  document: '证件号码',
  place: '小区楼栋',
  door: '门牌',
  from: '从哪里来',
  leftOn: '离开那天',
  arrivesOn: '到达那天',
  transport: '交通方式',
  companion: (number: number) => `同行人 ${number}`,
  companions: '同行人',
  passed: '途经地',
  symptoms: '现在的症状',
  test: '最近一次检测',
  vaccination: '疫苗接种',
  note: '备注',
}

/** What stands for an answer that says nothing. */
const nothing = {
  companions: '没有同行人',
  passed: '没有去过其他地方',
  symptoms: '都没有',
}

const colon = (decision: string | null): string => (decision ? `：${decision}` : '')

const newEdition = ({ edition }: Happening): string => edition ?? '风险地区名单或防控政策有变化'

const expecting = ({ decision }: Happening): string => (decision ? `，预计改为：${decision}` : '')

const whose = (reader: Reader): string => (reader === 'owner' ? '您' : '居民')

const happened: Record<ReturneeEvent | keyof typeof alertHappened | 'register', (it: Happening) => string> = {
  ...alertHappened,
  register: ({ who, byOwner }) => (byOwner ? `${who}提交了登记` : `${who} 代为登记`),
  accept: ({ who, decision }) => `${who} 确认了登记${colon(decision)}`,
  adopt: ({ who, decision }) => `${who} 按规定的措施确认${colon(decision)}`,
  keep: ({ who }) => `${who} 决定维持原来的措施，原因`,
  reexpect: (it) => `${newEdition(it)}${expecting(it)}`,
  reassess: (it) => `${newEdition(it)}${expecting(it)}，等社区重新确认`,
  ask: ({ who }) => `${who} 问`,
  reject: ({ who }) => `${who} 没有通过这份登记，原因`,
  reassign: ({ who, colleague }) =>
    colleague ? `${who} 把这件事交给了 ${colleague}` : `${who} 把这件事交还给负责这里的同事`,
  amend: ({ who, changed }) => `${who}修改了登记${changed ? `：${changed}` : ''}`,
  answer: ({ who, byOwner, reader }) =>
    byOwner ? `${who}回答` : `${who} 记下了${whose(reader)}在电话里的回答`,
  withdraw: ({ who, byOwner, reader }) =>
    byOwner ? `${who}撤回了登记，原因` : `${who} 按${whose(reader)}的要求撤回了登记，原因`,
  revise: ({ who, decision }) => `${who} 调整了措施${colon(decision)}，原因`,
  tighten: ({ who, decision }) => `${who} 提议改严${colon(decision)}，原因`,
  confirm: ({ who, decision, proposer }) =>
    `${who} 确认了更严的措施${colon(decision)}${proposer ? `（${proposer} 提出）` : ''}，原因`,
  dismiss: ({ who }) => `${who} 没有采用改严的提议，原因`,
  appeal: ({ who, byOwner, reader, colleague }) =>
    `${byOwner ? `${who}不同意这个决定` : `${who} 记下了${whose(reader)}的申诉`}${
      colleague ? `，转给 ${colleague} 复核` : ''
    }，原因`,
  uphold: ({ who }) => `${who} 复核后维持决定，原因`,
  grant: ({ who, decision }) => `${who} 同意了申诉${colon(decision)}，原因`,
  note: ({ who }) => `${who} 备注`,
  reveal: ({ who }) => `${who} 查看了完整信息，原因`,
  relocate: ({ moved }) => `地点有调整${moved ? `：${moved}` : ''}`,
  find: ({ who }) => `${who} 按号码查到了这份登记，原因`,
}

export const registration = {
  kind,
  role,
  duty,
  level,
  status,
  measure: measureLabels,
  measureMeans,
  purpose,
  transport: transportLabels,
  relation: relationLabels,
  testResult: testResultLabels,
  symptom: symptomLabels,
  vaccination: vaccinationLabels,
  document: documentLabels,
  section,
  answer,
  nothing,
  happened,
  /** Something that this version of the phone has no sentence for. */
  happenedOtherwise: (who: string) => `${who} 更新了登记`,
  you: '您',
  decision: (measureName: string, days: number) => (days > 0 ? `${measureName} ${days} 天` : measureName),
  edition: {
    riskList: (number: number) => `风险地区名单更新到第 ${number} 版`,
    policy: (number: number) => `防控政策更新到第 ${number} 版`,
  } satisfies Record<EditionKind, (number: number) => string>,
  decisions: (first: string, then: string) => `${first}，再${then}`,
  edit: '修改',
  editSection: (title: string) => `修改${title}`,
  call: '拨打',
  callNumber: (phone: string) => `拨打 ${phone}`,
  roleAndName: (roleName: string, name: string) => `${roleName} ${name}`,
  nameAndRelation: (name: string, relationWord: string) => `${name}（${relationWord}）`,
}
