import type { EnteredHow } from '@contract/households'
import type { ContactWith, reportedResults } from '@contract/selfReport'
import type { Vaccination } from '@contract/returneeAnswers'

/** The daily report of a family, and what to do afterwards. */
export const selfReport = {
  /** For staff who enter what they are told: 上门代报, 电话代报. */
  staffTitle: { self: '每日报备', door: '上门代报', telephone: '电话代报' } satisfies Record<
    EnteredHow,
    string
  >,
  which: '哪个家',
  noHome: {
    title: '先建好您的家',
    whatToDo: '写上家里有谁，只填一次。以后每天点两下，就报完全家。',
    action: '建我的家',
  },
  nobody: {
    title: '这个家现在没有人要报',
    whatToDo: '家里人回来了，请在“我的家”里改回来。',
    action: '我的家',
  },
  lead: '上次的内容已经填好。有变化的，点名字改。',
  stale: '现在没有信号，照样可以报',
  staleWhat: '报好先存在手机里，有信号时自动发出，不会重复。',
  firstLead: '点名字，写上体温。没有量可以空着。',
  done: {
    all: (when: string) => `${when} 已经报过`,
    again: '有变化可以再报一次，以最后一次为准。',
    waiting: '今天报的还存在手机里，有信号时自动发出。有变化可以再报一次。',
  },
  edit: (name: string) => `修改${name}的情况`,
  fold: '收起',
  foldOf: (name: string) => `收起${name}`,
  spoken: (name: string, label: string) => `${name} ${label}`,
  /** 36.5 ℃ · 没有不舒服. */
  join: ' · ',
  toCorrect: '有一处要改',
  been: (places: number) => `去过 ${places} 个地方`,
  tested: (result: string) => `检测${result}`,
  lastTime: (day: string, value: string) => `${day}是 ${value}`,
  understood: (value: string) => `就是 ${value}`,
  wasUnwell: '上次不舒服。请重新量一下体温，好了就把不舒服的点掉。',
  temperature: '体温（℃）',
  temperatureHint: '没有量可以空着',
  temperaturePlaceholder: '例如 36.5',
  symptoms: '有没有不舒服',
  none: '都没有',
  /** Beside a measured fever. */
  noneBesides: '别的都没有',
  contacts: '这几天有没有接触过',
  contact: { case: '感染者', riskArea: '风险地区来的人' } satisfies Record<ContactWith, string>,
  more: '还有要说的：去过外地、检测、疫苗、备注',
  stays: {
    label: '上次报备以后去过外地吗',
    hint: '按规定要登记的，会自动登记好，不用再填一遍',
    add: '加一个去过的地方',
    region: '去过哪里',
    remove: (place: string) => `删除${place}`,
    when: '哪天在那里',
    today: '今天',
    yesterday: '昨天',
    otherDays: '别的日子',
    first: '到的那天',
    last: '离开那天',
    detail: '街道或场所',
    detailHint: '写到街道、小区或商场，才查得准是不是风险地区',
    detailPlaceholder: '例如 望京街道、某某商场',
    together: '谁一起去了',
  },
  test: {
    label: '上次报备以后做过核酸或抗原吗',
    none: '没做',
    result: { negative: '阴性', positive: '阳性', pending: '结果还没出来' } satisfies Record<
      (typeof reportedResults)[number],
      string
    >,
    takenOn: '哪天做的',
  },
  vaccination: {
    label: '疫苗有变化吗',
    choice: {
      unknown: '没有变化',
      none: '没有接种',
      partial: '打了一部分',
      full: '都打完了',
    } satisfies Record<Vaccination, string>,
  },
  note: '备注',
  notePlaceholder: '例如 需要帮忙买药',
  /** On the large button; 昨天, 11月18日. Of one who lives alone nobody says 全家. */
  send: {
    asBefore: (when: string) => `全家都好，和${when}一样`,
    well: '全家都好，去上报',
    unwell: '有人不舒服，核对后上报',
    aloneAsBefore: (when: string) => `我很好，和${when}一样`,
    aloneWell: '我很好，去上报',
    /** Staff say it of somebody else. */
    otherAsBefore: (when: string) => `他很好，和${when}一样`,
    otherWell: '他很好，去上报',
    aloneUnwell: '不舒服，核对后上报',
    toCorrect: '先改好标红的地方',
    confirm: '确认上报',
  },
  check: {
    well: '请看一眼，没错就上报',
    unwell: '有人不舒服，请再看一遍',
    unwellWhat: '报上去以后，网格员马上会知道。',
    notKept: '手机存不下了，这份报备可能会丢。请不要关掉小程序，有信号时再点一次“确认上报”。',
  },
  staffWho: '您在替这家人报备，记录里会写明是您填的。',
  after: {
    none: { title: '今天还没有报备', whatToDo: '点下面的按钮，两下就能报完全家。', action: '去报备' },
    well: '全家今天都报好了',
    wellSome: '报好了',
    missing: (names: string) => `${names}今天还没有报。`,
    reportMissing: '接着报',
    tomorrow: '明天再来，点两下就行。',
    waiting: '已存在手机里，有信号时自动发出',
    waitingWhat: '不用再填，也不会重复。下次打开小程序也会再发。',
    staffWell: '已经报好了',
    /** 林小满：发热、有症状. */
    unwell: (name: string, concerns: string) => `${name}：${concerns}`,
    told: (who: string) => `已经告诉${who}，会尽快联系您。着急就直接打电话。`,
    toldNobody: '已经告诉社区，会尽快联系您。着急就直接打电话。',
    notTold: '还没有发出去，社区还不知道。请直接打电话。',
    contactOnly: '先待在家里，不串门、不聚会，等社区联系您。',
    positive: '先待在家里，和家里人分开房间，戴好口罩，等社区联系您。',
    follow: (name: string) => `看${name}的处理进展`,
    tellThem: '请把下面的话告诉他们',
    registered: (names: string) => `已按${names}去过的地方登记好，不用再填`,
    openRegistration: '看这份登记',
    notRegistered: '去过的地方记下了，按写的地方不用登记',
    notRegisteredWhat: '名单会变。拿不准那里是不是风险地区，可以查一查。',
    toHousehold: '回到这一家',
  },
}
