/** WeChat's messages: how many may still come, and where to look instead. */
export const messages = {
  title: '微信通知',
  left: (messages: number) => `还可以收到 ${messages} 条`,
  none: '现在收不到微信通知',
  explain: '微信每允许一次，只能发一条。',
  more: '再收一条',
  allowed: '允许了，会多收到一条',
  refused: '没有允许，也没关系',
  /** Where to look for what would have come. */
  instead: {
    progress: '有新的进展，打开“我的登记”就能看到。',
    reminder: '今天报了没有，打开首页就能看到。',
  },
  settings: '以后想收，请点右上角“…”，选“设置”，再选“通知管理”，打开后回来再点一次。',
}
