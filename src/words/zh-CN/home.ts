import type { StaffRole } from '@contract/roles'

export const home = {
  hello: (name: string | null) => (name ? `${name}，您好` : '您好，今天要做的都在这里'),
  care: '大字',
  usual: '普通字',
  careOn: '换成大字',
  careOff: '换回普通字',
  asked: {
    title: '社区有问题等您回答',
    about: (name: string) => `关于${name}的返乡登记`,
    answer: '现在回答',
  },
  /** What a measure in force asks today. */
  observed: {
    who: (name: string) => `${name}今天要做的`,
    day: (measure: string, day: number) => `${measure} 第 ${day} 天`,
    testToday: '今天做核酸。',
    temperatures: (count: number) => `今天量 ${count} 次体温。`,
    until: (day: string) => `到${day}为止。`,
    nextTest: (day: string) => `下次核酸${day}。`,
    open: '看具体怎么做',
  },
  draft: {
    title: '有一份登记没填完',
    savedAt: (when: string) => `${when} 保存在这部手机上`,
    resume: '继续填写',
    restart: '重新开始',
    sureToRestart: '重新开始会删掉没填完的内容。',
  },
  daily: {
    title: '每日报备',
    begin: '建我的家',
    beginNote: '写上家里有谁，只填一次。以后每天点两下，就报完全家。',
    missing: '今天还没有报',
    waiting: '今天报的存在手机里',
    done: (when: string) => `${when} 已经报过`,
    report: '现在报备',
    again: '再报一次',
    home: '我的家',
    unwell: (name: string) => `${name}不舒服，看要做什么`,
  },
  register: {
    title: '返乡登记',
    note: '从外地回来，或者准备回来，请登记一次。全家可以一起填，也可以替没有手机的家人填。',
    begin: '开始登记',
    atPlace: (place: string) => `您扫的是${place}的码，住址会帮您填好。`,
  },
  tip: {
    title: '提供线索',
    note: '看到有人没登记、聚集，可以告诉社区。不用写名字，谁也查不到是您说的。',
    tell: '提供线索',
    follow: '凭回执看进展',
  },
  mine: {
    title: '我的登记',
    all: (count: number) => `全部 ${count} 份`,
  },
  work: {
    title: '工作台',
    post: (role: string, place: string) => `${place} ${role}`,
    /** Stands for a count that is not known yet. */
    unknown: '–',
    open: '待办',
    overdue: '超期',
    mine: '交给我',
    waitingForResident: '等回复',
    /** Of what is not counted further. */
    atLeast: (count: number) => `${count - 1}+`,
    inbox: '去处理待办',
    /** For those who read cases and decide nothing. */
    look: '查看待办',
    telephone: '替来电者登记',
    people: '工作人员',
    /** What those do who have no inbox. */
    purpose: {
      administrator: '管地点、工作人员和设置，看不到居民的信息。',
      gateKeeper: '守好门岗。有人没登记，请他扫门口的码；有事打电话给下面的负责人。',
    } as Partial<Record<StaffRole, string>>,
    households: '自主报备',
    rewards: '发放奖励',
    places: '地点与负责人',
    looks: '谁看过居民信息',
    keeping: '数据保存与销毁',
    risk: '风险地区名单',
    policy: '防控政策',
  },
  suspended: {
    title: '您的岗位已停用',
    post: (post: string, when: string, who: string) =>
      `${post}，${when}停用。有疑问，或者已经回来上班，请联系${who}。`,
    stays: '您自己的登记不受影响。',
  },
  unknownCode: {
    title: '没认出您扫的码',
    whatToDo: '可能是旧码。下面的事照样能办，住址请自己选；也请告诉门岗或社区换一张。',
  },
  share: '守望：返乡登记、每日报备',
  checkCaller: '核对陌生来电',
  setUp: '首次设置',
  join: '我有邀请码',
  riskSearch: '风险地区查询',
}
