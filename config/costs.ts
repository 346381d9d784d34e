/** What a day of a street office asks of the cloud, and what the cloud takes for it. Measured by test/functions/costs.test.ts. */
export interface Act {
  what: string
  /** How often on a day of an outbreak. */
  times: number
  /** Why so often. */
  because: string
  /** Calls of functions, by phones or by the cloud's timers. */
  calls: number
  /** Database requests of all of them, at most. */
  requests: number
}

/** The street office of the field notes: 82 compounds. */
export const office = { people: 130_000, households: 38_000, staff: 200 }

const { households, staff } = office

/** One run of each timer when there is nothing to do, all day long. */
export const timers = { calls: 9_500, requests: 16_500 }

export const acts = {
  home: {
    what: '打开首页',
    times: households * 1.2,
    because: '每户一天一次，两成再看一次',
    calls: 1,
    requests: 3,
  },
  report: { what: '全家每日报备', times: households, because: '每户一天一次', calls: 1, requests: 2 },
  reminder: {
    what: '提醒还没报的一户',
    times: households * 0.3,
    because: '到点还没报的按三成算',
    calls: 0,
    requests: 1.2,
  },
  register: {
    what: '返乡登记，看结果',
    times: 600,
    because: '返乡高峰，每千人约 5 份',
    calls: 3,
    requests: 5,
  },
  decide: { what: '看一份登记，作决定', times: 600, because: '和登记一样多', calls: 2, requests: 6 },
  inbox: {
    what: '打开待办',
    times: staff * 30,
    because: '每人一天 30 次；超过一页的 4 到 5 次请求',
    calls: 1,
    requests: 2,
  },
  progress: { what: '看哪些户没报', times: staff * 10, because: '每人一天 10 次', calls: 2, requests: 7 },
  call: { what: '打一个电话，记结果', times: staff * 15, because: '每人一天 15 个', calls: 2, requests: 7 },
  tip: {
    what: '一条线索：提供、送到、查看',
    times: 100,
    because: '街道一天约 100 条',
    calls: 2,
    requests: 20,
  },
} satisfies Record<string, Act>

export type ActName = keyof typeof acts

export interface Plan {
  name: string
  /** Yuan a month. */
  price: number
  /** Calls of functions, and requests to database and storage: they are counted as one. */
  calls: number
  /** Memory times time of functions. */
  gigabyteSeconds: number
}

/**
 * CloudBase's plans since August 2022, as DCloud repeats them, whose uniCloud sells them at Tencent's price
 * (https://uniapp.dcloud.net.cn/uniCloud/price.html, read in 2026-11). The console says what they are today.
 */
export const plans: Plan[] = [
  { name: '个人版', price: 19.9, calls: 200_000, gigabyteSeconds: 100_000 },
  { name: '入门版', price: 99, calls: 5_000_000, gigabyteSeconds: 300_000 },
  { name: '初创版', price: 299, calls: 10_000_000, gigabyteSeconds: 450_000 },
  { name: '商用版', price: 499, calls: 20_000_000, gigabyteSeconds: 600_000 },
  { name: '团队版', price: 999, calls: 50_000_000, gigabyteSeconds: 1_000_000 },
]

/** What is asked beyond a plan, in yuan; the same source. */
export const beyond = { tenThousandCalls: 0.5, gigabyteSecond: 0.000_111_08 }

/** A call takes 0.2 s at 256 MB: an assumption, until the cloud's own figures are there. */
export const gigabyteSecondsOfCall = 0.2 * 0.25

const total = (count: (act: Act) => number): number =>
  Object.values<Act>(acts).reduce((sum, act) => sum + act.times * count(act), 0)

/** Of the whole office on one day. */
export const day = {
  calls: total(({ calls }) => calls) + timers.calls,
  requests: total(({ requests }) => requests) + timers.requests,
}

/** Seven of ten families report within two hours, opening the mini-program for it. */
export const peak = (() => {
  const families = (households * 0.7) / (2 * 3600)
  const { home, report } = acts
  return {
    families,
    calls: families * (home.calls + report.calls),
    requests: families * (home.requests + report.requests),
  }
})()

/** What thirty such days cost under a plan, in yuan. */
export function monthUnder({ price, calls, gigabyteSeconds }: Plan): number {
  const moreCalls = Math.max(0, 30 * (day.calls + day.requests) - calls)
  const moreSeconds = Math.max(0, 30 * day.calls * gigabyteSecondsOfCall - gigabyteSeconds)
  return price + (moreCalls / 10_000) * beyond.tenThousandCalls + moreSeconds * beyond.gigabyteSecond
}
