/** What every screen may say. */
export const app = {
  back: '上一步',
  next: '下一步',
  close: '关闭',
  cancel: '取消',
  confirm: '确定',
  remove: '删除',
  retry: '再试一次',
  loading: '正在打开',
  sending: '正在发送',
  home: '回首页',
  optional: '选填',
  choose: '请选择',
  chooseDay: '请选择日期',
  chooseTime: '请选择时间',
  call: '打电话',
  callTo: (name: string) => `打电话给${name}`,
  list: '、',
  /** Shown above what was fetched earlier. */
  stale: '现在连不上网，下面是之前的内容。',
  /** 今天 09:12. */
  staleSince: (when: string) => `上次更新：${when}。有信号时会自动更新。`,
  /** After a while of waiting. */
  slow: '信号不好，正在再试',
  ownWords: '也可以自己写',
  ownWordsPlaceholder: '写几个字说明',
  /** After a failure. */
  kept: '您写的内容还在，可以再试一次。',
  wordsLeft: (used: number, most: number) => `${used}/${most}`,
}
