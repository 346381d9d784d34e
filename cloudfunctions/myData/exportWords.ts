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
import type { ReturneeEvent, ReturneeStatus } from '@contract/returnee'
import type { Actor } from '@contract/roles'

const status: Record<ReturneeStatus, string> = {
  submitted: '等社区处理',
  asked: '等您回答',
  accepted: '社区已确认',
  // A proposal is not shown to the person before it is confirmed.
  tightening: '社区已确认',
  reassessed: '名单或政策有变化，社区正在重新确认',
  appealed: '申诉处理中',
  rejected: '未通过',
  withdrawn: '已撤回',
}

/** Those that the person may read. */
const event: Partial<Record<ReturneeEvent | 'register', string>> = {
  register: '提交登记',
  accept: '确认登记',
  adopt: '按现行规定确定管理措施',
  keep: '维持原来的管理措施',
  ask: '提问',
  reject: '没有通过',
  amend: '修改登记',
  answer: '回答',
  withdraw: '撤回登记',
  revise: '调整管理措施',
  confirm: '确认调整管理措施',
  appeal: '提出申诉',
  uphold: '维持原来的决定',
  grant: '同意申诉',
  reexpect: '名单或政策有变化，预计的管理措施不同了',
  reassess: '名单或政策有变化，社区重新确认管理措施',
  reveal: '查看了完整信息',
  find: '按号码查到了这份登记',
}

/** What the spreadsheet says, in which somebody takes their own data along. */
export const exportWords = {
  status,
  actor: { ...roleLabels, owner: '本人' } satisfies Record<Actor, string>,
  event,
  otherEvent: '其他更新',
  measure: measureLabels,
  transport: transportLabels,
  relation: relationLabels,
  testResult: testResultLabels,
  symptom: symptomLabels,
  vaccination: vaccinationLabels,
  document: documentLabels,
  list: '、',
  semicolon: '；',
  sheets: { about: '说明', answers: '登记内容', timeline: '经过', people: '家人信息', pictures: '图片' },
  about: {
    title: '我的信息',
    madeAt: '导出时间',
    content: '包含内容',
    contentNote:
      '您提交的登记、处理经过（包括谁看过您的信息、为什么看）、为下次登记保存的家人信息、您上传的图片。',
    keep: '保存多久',
    keepNote: (days: number) =>
      `登记、图片和家人信息：最后一次处理或管理措施结束后 ${days} 天删除。您也可以随时在“我的信息”里要求删除。`,
    law: '依据',
    lawNote: '《个人信息保护法》第十九条、第四十五条、第四十七条。',
  },
  columns: {
    answers: ['登记编号', '项目', '内容'],
    timeline: ['登记编号', '时间', '谁', '做了什么', '说明'],
    people: ['姓名', '手机号', '证件', '住在哪里', '门牌', '登记编号'],
    pictures: ['图片编号', '登记编号', '上传时间'],
  },
  answer: {
    status: '状态',
    openedAt: '登记时间',
    keepUntil: '保存到',
    outcome: '管理措施',
    outcomeWhy: '管理措施的原因',
    expected: '按规定预计的措施',
    expectedWhy: '预计措施的原因',
    name: '姓名',
    phone: '手机号',
    document: '证件',
    place: '住在哪里',
    door: '门牌',
    from: '从哪里来',
    leftOn: '离开那天',
    arrivesOn: '到达那天',
    transport: '交通方式',
    plate: '车牌',
    companion: (number: number) => `同行人 ${number}`,
    passed: '途经地',
    test: '最近一次检测',
    pictures: '检测结果图片',
    symptoms: '症状',
    vaccination: '疫苗接种',
    note: '备注',
  },
  span: (name: string, from: string, until: string) => `${name}，${from} 至 ${until}`,
  then: (span: string) => `之后${span}`,
  tests: (days: string) => `检测日期 ${days}`,
  temperatures: (times: number) => `每天测体温 ${times} 次`,
  stay: (place: string, on: string) => `依据的行程：${on} 在 ${place}。`,
  area: (place: string, from: string, until: string | null) =>
    `依据的风险地区：${place}，${until === null ? `${from} 起` : `${from} 至 ${until}`}。`,
  policy: (name: string, number: number) => `依据的政策：${name}（第 ${number} 版）。`,
  riskList: (source: string, publishedOn: string, number: number) =>
    `依据的名单：${source}（${publishedOn} 公布，第 ${number} 版）。`,
}
