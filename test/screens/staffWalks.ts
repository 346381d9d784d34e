import { inTurn, paste, see, tap, type, type Deed } from './deeds'
import { address } from './pages'
import type { Prepared } from './prepare'
import type { Stop, Walk } from './walk'

const [worker, officer, street, secondOfficer] = [
  'worker-1-1',
  'officer-1',
  'street-officer',
  'street-officer-2',
]
const atStreet = { place: 'qinghe' }
const close: Deed = tap('关闭')

const inbox: Walk[] = [
  {
    feature: 'cases',
    person: officer,
    route: 'staff/inbox/index',
    stops: [
      { name: 'inbox-officer' },
      { name: 'inbox-filter', act: tap('筛选') },
      {
        name: 'inbox-nothing',
        act: inTurn(close, type('按姓名找', '没有这个人'), see('没有符合条件的待办')),
      },
    ],
  },
]

const ofCase = (name: string, person: string, id: string, ...stops: Stop[]): Walk => ({
  feature: 'cases',
  person,
  route: address('staff/case/index', { id }),
  stops: [{ name }, ...stops],
})

const cases = (things: Prepared): Walk[] => [
  ofCase(
    'case-submitted',
    worker,
    things.submitted,
    { name: 'case-reveal', act: tap('查看完整信息') },
    { name: 'case-ask', act: inTurn(close, tap('问居民')) },
    { name: 'case-reject', act: inTurn(close, tap('不通过')) },
  ),
  ofCase('case-accepted', worker, things.registration, {
    name: 'case-tighten',
    act: inTurn(tap('调整措施', '集中观察'), see('要另一位干部确认后才生效')),
  }),
  ofCase('case-asked', worker, things.asked),
  ofCase('case-tightening', things.tightening.officer, things.tightening.id, {
    name: 'case-confirm',
    act: tap('确认改严'),
  }),
  ofCase('case-reassessed', things.reassessed.officer, things.reassessed.id),
  ofCase('case-appealed', things.appealed.officer, things.appealed.id, {
    name: 'case-grant',
    act: tap('同意申诉'),
  }),
  {
    feature: 'cases',
    person: officer,
    route: address('staff/healthAlert/index', { id: things.healthAlert }),
    stops: [
      { name: 'alert-call', act: tap('打电话') },
      { name: 'alert-close', act: inTurn(close, tap('结束', '普通疾病')) },
    ],
  },
]

const households: Walk[] = [
  {
    feature: 'households',
    person: officer,
    route: 'staff/households/index',
    stops: [
      { name: 'households-officer' },
      { name: 'households-steady', act: tap('体温一直不变') },
      { name: 'households-reported', act: tap('报了的') },
    ],
  },
  {
    feature: 'households',
    person: 'steward',
    route: 'staff/households/index',
    stops: [{ name: 'households-steward' }, { name: 'households-new', act: tap('替没有手机的人建一户') }],
  },
]

const tips = ({ tip, deskCode }: Prepared): Walk[] => [
  {
    feature: 'tips',
    person: worker,
    route: address('staffTips/tip/index', { id: tip }),
    stops: [
      { name: 'tip-result', act: tap('填写核实结果', '不属实') },
      { name: 'tip-ask', act: inTurn(close, tap('问提供线索的人')) },
    ],
  },
  {
    feature: 'tips',
    person: officer,
    route: 'staffTips/desk/index',
    stops: [{ name: 'desk-code', act: inTurn(type('18 位领取码', deskCode), tap('查一查'), see('已发放')) }],
  },
  {
    feature: 'tips',
    person: officer,
    route: 'staffTips/stock/index',
    stops: [{ name: 'stock-more', act: tap('补货或更正') }],
  },
]

const keepers: Walk[] = [
  {
    feature: 'places',
    person: officer,
    route: address('staff/places/index', { place: 'qinghe-1-1-1' }),
    stops: [
      { name: 'places-compound' },
      { name: 'places-add', act: tap('添加下级') },
      { name: 'places-appoint', act: inTurn(close, tap('设置志愿者')) },
      { name: 'places-move', act: inTurn(close, tap('移动')) },
    ],
  },
  {
    feature: 'people',
    person: officer,
    route: 'staff/invite/index',
    stops: [{ name: 'invite-chosen', act: tap('网格员', '第一网格') }],
  },
  {
    feature: 'people',
    person: officer,
    route: address('staff/person/index', { post: 'post-worker-1-1' }),
    stops: [
      { name: 'person-suspend', act: tap('停用') },
      { name: 'person-hand-over', act: inTurn(close, tap('交接工作')) },
    ],
  },
  {
    feature: 'keeping',
    person: worker,
    route: 'staff/looks/find/index',
    stops: [
      { name: 'looks-reason', act: inTurn(type('手机号或证件号码', '13800008002'), tap('按号码查找')) },
    ],
  },
  {
    feature: 'keeping',
    person: 'administrator',
    route: 'staff/keeping/index',
    stops: [{ name: 'keeping-announce', act: tap('提出疫情结束') }],
  },
]

const pasted = [
  '一、高风险区（2个）',
  '1. 浙江省杭州市西湖区 2026-11-18',
  '2. 四川省成都市锦红区示例小区 2026-11-18',
].join('\n')

const rulers = ({ riskList }: Prepared): Walk[] => [
  {
    feature: 'rules',
    person: street,
    route: address('staff/risk/edit/index', atStreet),
    stops: [{ name: 'risk-bad-lines', act: inTurn(paste(pasted), tap('核对'), see('有 1 行要先改好')) }],
  },
  {
    feature: 'rules',
    person: secondOfficer,
    route: address('staff/risk/edition/index', { ...atStreet, edition: riskList }),
    stops: [{ name: 'risk-publish', act: tap('发布') }],
  },
  {
    feature: 'rules',
    person: street,
    route: address('staff/policy/edit/index', { ...atStreet, inForce: '1' }),
    stops: [
      { name: 'policy-rule', act: tap('加一条规则') },
      { name: 'policy-tipping', act: inTurn(close, tap('修改线索和奖励')) },
      { name: 'policy-try', act: inTurn(close, tap('下一步：试一试')) },
      { name: 'policy-declare', act: tap('下一步：来源和生效') },
    ],
  },
]

/** What staff do. */
export const staffWalks = (things: Prepared): Walk[] => [
  ...inbox,
  ...cases(things),
  ...households,
  ...tips(things),
  ...keepers,
  ...rulers(things),
]
