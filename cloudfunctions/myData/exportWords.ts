import type { IdentityDocumentKind } from '@contract/fields'
import type {
  Measure,
  Relation,
  ReturneeEvent,
  ReturneeStatus,
  Symptom,
  TestResult,
  Transport,
} from '@contract/returnee'
import type { Actor } from '@contract/roles'

const status: Record<ReturneeStatus, string> = {
  submitted: '等社区处理',
  asked: '等您回答',
  accepted: '社区已确认',
  // A proposal is not shown to the person before it is confirmed.
  tightening: '社区已确认',
  appealed: '申诉处理中',
  rejected: '未通过',
  withdrawn: '已撤回',
}

const actor: Record<Actor, string> = {
  owner: '本人',
  system: '系统',
  gridWorker: '网格员',
  steward: '楼长',
  gateKeeper: '门岗',
  communityOfficer: '社区专干',
  streetOfficer: '街道干部',
  districtOfficer: '区级干部',
  inspector: '督导员',
  administrator: '管理员',
}

/** Those that the person may read. */
const event: Partial<Record<ReturneeEvent | 'register', string>> = {
  register: '提交登记',
  accept: '确认登记',
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
  reveal: '查看了完整信息',
  find: '按号码查到了这份登记',
}

const measure: Record<Measure, string> = {
  centralObservation: '集中观察',
  homeObservation: '居家观察',
  healthMonitoring: '健康监测',
  noticeOnly: '告知即可',
}

const transport: Record<Transport, string> = {
  train: '火车',
  flight: '飞机',
  coach: '长途客车',
  car: '自驾车',
  other: '其他方式',
}

const relation: Record<Relation, string> = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  relative: '亲戚',
  friend: '朋友',
  other: '其他',
}

const testResult: Record<TestResult, string> = {
  none: '没有做过',
  negative: '阴性',
  positive: '阳性',
  pending: '结果还没出来',
}

const symptom: Record<Symptom, string> = {
  fever: '发热',
  cough: '咳嗽',
  soreThroat: '嗓子疼',
  fatigue: '乏力',
  breathless: '呼吸困难',
  diarrhoea: '腹泻',
  lossOfTaste: '闻不到或尝不出味道',
}

const document: Record<IdentityDocumentKind, string> = {
  residentId: '身份证',
  passport: '护照',
  travelPermit: '通行证',
}

/** What the spreadsheet says, in which somebody takes their own data along. */
export const exportWords = {
  status,
  actor,
  event,
  otherEvent: '其他更新',
  measure,
  transport,
  relation,
  testResult,
  symptom,
  document,
  list: '、',
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
    note: '备注',
  },
  outcome: (name: string, from: string, until: string) => `${name}，${from} 至 ${until}`,
}
