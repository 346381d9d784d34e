import { chooseToday, inTurn, loseSignal, receive, see, tap, type } from './deeds'
import { address } from './pages'
import type { Prepared } from './prepare'
import type { Walk } from './walk'

const compound = { place: 'qinghe-1-1-1' }

const registering: Walk = {
  feature: 'registration',
  person: 'resident-new',
  route: address('pages/returnee/register/index', compound),
  stops: [
    {
      name: 'register-1-person',
      act: inTurn(tap('我自己'), type('姓名', '方小棠'), type('手机号', '13800001234')),
    },
    {
      name: 'register-2-household',
      act: inTurn(tap('下一步'), see('小区和楼栋'), type('门牌', '2 单元 301')),
    },
    {
      name: 'register-3-journey',
      act: inTurn(
        tap('下一步', '从哪个县区来 请选择'),
        type('搜县区，例如 朝阳', '武侯'),
        tap('武侯区'),
        chooseToday('哪天离开'),
        chooseToday('哪天到家'),
        tap('火车'),
        type('车次', 'G1234'),
      ),
    },
    { name: 'register-4-company', act: inTurn(tap('下一步'), see('同行的人'), tap('加一个同行的人')) },
    {
      name: 'register-5-health',
      act: inTurn(type('同行人 1 姓名', '方大棠'), tap('父母', '下一步', '都没有', '没有做过')),
    },
    { name: 'register-6-check', act: inTurn(tap('下一步'), see('请看一遍')) },
  ],
}

const wrong: Walk = {
  feature: 'registration',
  person: 'resident-new',
  route: 'pages/returnee/register/index',
  stops: [
    { name: 'register-missing', act: inTurn(tap('我自己', '下一步'), see('这一项要填写')) },
    {
      name: 'register-regions',
      act: inTurn(
        type('姓名', '方小棠'),
        type('手机号', '13800001234'),
        tap('下一步', '小区和楼栋 请选择', '青禾街道', '春晓社区'),
      ),
    },
  ],
}

/** Home, as whoever it is finds it. */
const homes = ({ family }: Prepared): Walk[] =>
  [
    ['new', 'resident-new', address('pages/home/index', compound)],
    ['unreported', family, 'pages/home/index'],
    ['unwell', 'resident-family', 'pages/home/index'],
    ['asked', 'resident-asked', 'pages/home/index'],
    ['observed', 'resident-observed', 'pages/home/index'],
    ['worker', 'worker-1-1', 'pages/home/index'],
    ['officer', 'officer-1', 'pages/home/index'],
    ['street', 'street-officer', 'pages/home/index'],
    ['steward', 'steward', 'pages/home/index'],
    ['keeper', 'gate-keeper', 'pages/home/index'],
    ['administrator', 'administrator', 'pages/home/index'],
  ].map(([name = '', person = '', route = '']) => ({
    feature: 'home',
    person,
    route,
    stops: [{ name: `home-${name}` }],
  }))

const records = ({ registration }: Prepared): Walk[] => [
  {
    feature: 'registration',
    person: 'resident-observed',
    route: address('pages/mine/record/index', { id: registration }),
    stops: [
      { name: 'record-observed' },
      { name: 'record-answers', act: tap('展开') },
      { name: 'record-appeal', act: tap('我不同意') },
    ],
  },
  ...['resident-reassessed', 'resident-appealing', 'resident-waiting'].map((person): Walk => ({
    feature: 'registration',
    person,
    route: 'pages/mine/records/index',
    stops: [
      {
        name: `record-of-${person}`,
        act: ({ page }) =>
          page
            .getByLabel(/^打开.*的登记$/)
            .first()
            .tap(),
      },
    ],
  })),
]

const reports = ({ family }: Prepared): Walk[] => [
  {
    feature: 'household',
    person: family,
    route: 'pages/daily/report/index',
    stops: [
      { name: 'report' },
      { name: 'report-check', act: ({ page }) => page.locator('.page__footer [role="button"]').tap() },
    ],
  },
  {
    feature: 'household',
    person: 'resident-waiting',
    route: 'pages/daily/report/index',
    stops: [
      {
        name: 'report-fever',
        act: inTurn(tap('修改林小满的情况'), type('林小满 体温（℃）', '386'), tap('咳嗽')),
      },
      {
        name: 'report-more',
        act: tap('还有要说的：去过外地、检测、疫苗、备注'),
      },
      {
        name: 'report-fever-check',
        act: inTurn(tap('收起林小满'), tap('有人不舒服，核对后上报')),
      },
      { name: 'report-unsent', act: inTurn(loseSignal, tap('确认上报'), see('存在手机里')) },
    ],
  },
]

const households: Walk[] = [
  {
    feature: 'household',
    person: 'resident-new',
    route: address('pages/daily/household/index', compound),
    stops: [{ name: 'household-new' }, { name: 'household-join', act: tap('家里人已经建过？用家庭码加入') }],
  },
  {
    feature: 'household',
    person: 'resident-waiting',
    route: 'pages/daily/household/index',
    stops: [
      { name: 'household-remind', act: tap('选提醒的时间') },
      { name: 'household-move', act: tap('关闭', '搬家') },
    ],
  },
  {
    feature: 'household',
    person: 'resident-waiting',
    route: 'pages/daily/household/index',
    stops: [
      { name: 'member-edit', act: tap('修改林霜降') },
      { name: 'member-leaves', act: tap('他不住这里了，或者加错了', '暂时不在家') },
    ],
  },
  {
    feature: 'household',
    person: 'resident-waiting',
    route: 'pages/daily/calls/index',
    stops: [
      {
        name: 'calls-unknown',
        act: inTurn(type('来电号码', '17000009999'), tap('核对'), see('没有查到这个号码')),
      },
    ],
  },
]

const follow = (name: string, receipt: string): Walk => ({
  feature: 'tip',
  person: 'neighbour-elsewhere',
  route: 'pages/tip/follow/index',
  stops: [{ name, act: inTurn(type('回执的 16 位数字', receipt), tap('查看进展'), see('换一张回执')) }],
})

const tips = ({ asking, rewarded }: Prepared): Walk[] => [
  {
    feature: 'tip',
    person: 'neighbour-screens',
    route: address('pages/tip/tell/index', compound),
    stops: [
      { name: 'tip-missing', act: inTurn(tap('发送线索'), see('这一项要填写')) },
      {
        name: 'tip-filled',
        act: inTurn(
          tap('聚集', '刚才'),
          type('具体位置', '3 号楼地下室'),
          type('看到了什么', '十几个人在地下室打牌'),
        ),
      },
      {
        name: 'tip-told',
        act: inTurn(receive('2026112310208316'), tap('发送线索'), see('这是您的回执')),
      },
    ],
  },
  follow('tip-asked', asking),
  follow('tip-rewarded', rewarded),
]

const accounts: Walk[] = [
  {
    feature: 'account',
    person: 'resident-observed',
    route: 'pages/account/myData/index',
    stops: [{ name: 'my-data-erase', act: tap('删除我的信息') }],
  },
  {
    feature: 'account',
    person: 'resident-new',
    route: 'pages/account/risk/index',
    stops: [
      { name: 'risk-found', act: inTurn(type('查哪里', '武侯'), see('示例小区是高风险地区')) },
      { name: 'risk-none', act: inTurn(type('查哪里', '青羊'), see('不是风险地区')) },
    ],
  },
]

/** What residents, families and neighbours do. */
export const residentWalks = (things: Prepared): Walk[] => [
  ...homes(things),
  registering,
  wrong,
  ...records(things),
  ...reports(things),
  ...households,
  ...tips(things),
  ...accounts,
]
