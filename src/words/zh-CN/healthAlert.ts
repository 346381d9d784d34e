/** The family's own page of somebody who is unwell. */
export const healthAlert = {
  state: {
    waiting: (name: string) => `${name}不舒服，已经告诉网格员`,
    seen: (name: string) => `网格员已经知道${name}的情况`,
    closed: (name: string) => `${name}这次的情况已经结束`,
  },
  notSeen: '网格员还没有看到。着急的话，请直接打电话。',
  escalated: '半小时没有人看，已经同时告诉社区专干。',
  seenBy: (who: string, when: string) => `${who} ${when}已看到。`,
  emergency: '呼吸困难或者烧得很高，请马上打 120。',
  ambulance: '120 急救',
  todo: [
    '先待在家里，和家里人分开房间，戴好口罩，开窗通风。',
    '多喝水，过几个小时再量一次体温。变重了就再报一次。',
    '去医院请走发热门诊，不要坐公交地铁，戴好口罩。',
  ],
  reportAgain: '再报一次',
  reports: '报过的内容',
  test: (result: string) => `检测：${result}`,
  ended: (ending: string) => `结果：${ending}`,
  endedWhat: '以后每天照常报备。又不舒服了，再报一次就行。',
  timeline: '经过',
}
