/** A new version of the mini-program. */
export const updates = {
  ready: { title: '守望有新版本了', content: '重新打开只要几秒。没填完的、没发出的都还在。' },
  now: '重新打开',
  later: '以后再说',
  failed: {
    title: '新版本没有下载成功',
    content: '现在的还能接着用。网络好的时候，请把微信完全关掉再打开一次。',
  },
  fine: '知道了',
}
