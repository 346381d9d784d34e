import type { FeatureName } from './index'
import { householdLimits } from './householdAnswers'
import { retentionDays } from './keeping'
import type { PersonalKind } from './schemaFields'
import type { ConsoleKind } from './wechatPrivacy'

/** What is declared of one kind of information, in Chinese, for residents and for WeChat's console. */
export interface Declared {
  /** As residents call it. */
  label: string
  /** Of WeChat's form; null where it has none, so that it is added to the form by its label. */
  console: ConsoleKind | null
  /** Goes after 为了 on WeChat's page: what for, not what. */
  purpose: string
  readers: string
}

const byReason = '本地网格员、社区和街道干部；平时只看打码的，看原文要写理由，谁看过您都查得到'

/** What the forms of residents and staff ask for, by the kind that fields of the contract are marked with. */
export const declared: Record<PersonalKind, Declared> = {
  name: {
    label: '姓名',
    console: null,
    purpose: '分清是谁，知道怎样称呼',
    readers: byReason,
  },
  phone: {
    label: '手机号',
    console: 'PhoneNumber',
    purpose: '有事时由社区打电话核实、通知',
    readers: `${byReason}；工作人员和负责人的工作电话，本地居民看得到`,
  },
  identityDocument: {
    label: '身份证件号码（选填）',
    console: 'EXIDNumber',
    purpose: '分清同名的人，不认错人',
    readers: byReason,
  },
  address: {
    label: '住址',
    console: 'Address',
    purpose: '把登记送到对应的网格员，上门服务时找得到门',
    readers: byReason,
  },
  travel: {
    label: '行程：从哪里来、路过哪里、坐什么来、哪天到',
    console: null,
    purpose: '判断是否去过风险地区，告诉您要做什么、做几天',
    readers: '本地网格员、社区和街道干部；楼长和督导员只看到打码的',
  },
  health: {
    label: '健康：体温、症状、检测、疫苗、接触情况',
    console: null,
    purpose: '早一点发现不舒服的人，联系就医',
    readers: '本地网格员、社区和街道干部；楼长只看到自己楼里的，督导员只看到打码的',
  },
  vehicle: {
    label: '车牌号',
    console: 'LicensePlate',
    purpose: '核对自驾返乡的车，核实线索里说的车',
    readers: byReason,
  },
  picture: {
    label: '照片：检测结果、线索现场、上门核实',
    console: 'Album',
    purpose: '核对检测结果，核实线索；拍摄地点和手机型号先去掉再保存',
    readers: '本地网格员、社区和街道干部；自己传的自己看得到',
  },
  words: {
    label: '自己写的话：备注、线索、申诉、回答',
    console: 'EXUserPublishContent',
    purpose: '说明选项说不清的情况；先经微信内容安全检查',
    readers: '处理这件事的网格员和干部；线索不连到提供线索的人',
  },
}

/** What is kept without being asked for. */
export const keptBesides: Record<'account' | 'looks', Declared & { kept: string }> = {
  account: {
    label: '微信账号标识（openid）',
    console: null,
    purpose: '认出这份登记是您的，不用另设密码；线索不存',
    readers: '没有人看，只由程序比对',
    kept: '和它所属的登记、家庭、岗位一起删除',
  },
  looks: {
    label: '工作人员查看居民信息的记录',
    console: 'EXUserOpLog',
    purpose: '让您查得到谁在什么时候、因为什么看过您的信息',
    readers: '您本人；查看人的上级',
    kept: `${retentionDays.looks} 天`,
  },
}

/** Why WeChat is asked to do something with what is personal on the phone; what the sheet says is in src/words. */
export const interfacePurposes: Record<string, string> = {
  getPhoneNumber: '一点就填好手机号，不用自己输入',
  chooseMedia: '传检测结果、线索现场的照片',
  chooseMessageFile: '工作人员导入地点和风险地区的表格',
  saveImageToPhotosAlbum: '把线索回执、门口的二维码存成图片',
  setClipboardData: '复制回执、邀请码、家人加入的码，贴到别处',
}

const closed = (days: number): string => `办结、措施结束后 ${days} 天`

/** What each function that takes personal information is, to residents, and for how long it keeps that. */
export const features: Partial<Record<FeatureName, { label: string; kept: string }>> = {
  returnee: { label: '返乡登记', kept: closed(retentionDays.returnee) },
  pictures: { label: '登记里的图片', kept: '和登记一起删除；没有随登记发送的，一天后删除' },
  households: { label: '我的家', kept: `不再报备后 ${retentionDays.households} 天` },
  selfReport: {
    label: '每日报备',
    kept: `${householdLimits.days} 天；报了不舒服的那次，${closed(retentionDays.healthAlert)}`,
  },
  calls: { label: '核对陌生来电', kept: '只核对，不保存' },
  letterbox: { label: '提供线索', kept: `办结后 ${retentionDays.tip} 天` },
  tips: { label: '核实线索', kept: `办结后 ${retentionDays.tip} 天` },
  people: { label: '微信手机号、首次设置', kept: '微信手机号只填进表里，不另外保存；管理员的随岗位保存' },
  staff: { label: '工作人员加入', kept: '随岗位保存' },
  places: { label: '各处负责人', kept: '换人时删除' },
}

/** Fields that look as if they held something of a person, by function and path, and what they hold instead. */
export const notPersonal: Readonly<Record<string, string>> = {
  'people.top.name': 'a street or district',
  'places.name': 'a place',
  'places.code': 'the number of a place in the lists of the office',
  'riskAreas.entry.edits.*.name': 'an area',
  'policy.name': 'a policy',
  'policy.rules.*.name': 'a rule',
  'policy.tipping.kinds.*.name': 'a kind of tip',
  'policy.reporting.telephones.*.name': 'an office',
  'policy.reporting.telephones.*.phone': 'of an office',
  'staff.name': 'sought with, and kept nowhere',
  'looks.number': 'sought with; what is kept of it is a keyed hash',
  'keeping.number': 'of a certificate',
}
