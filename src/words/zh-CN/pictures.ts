/** Pictures in forms, and looking at them. */
export const pictures = {
  add: '拍照或选图片',
  sending: '正在传图片……',
  sendingMeanwhile: '正在传图片，可以接着往下填。',
  sent: '已经传好',
  failed: '图片没有传上去。请再传一次；网络不好，也可以不带图片先发送。',
  retry: '再传一次',
  retake: '换一张',
  remove: '删除',
  notChosen: {
    notAgreed: '您没有同意，照片一张也没有看。可以不带图片发送，用文字说明；改主意了，过十秒再点。',
    failed: '没有拿到图片。请选照片或截图；如果打不开相机和相册，请在手机设置里允许微信使用。',
  },
  large: '看大图',
  look: (label: string) => `看大图：${label}`,
  notShownAskAgain: '图片现在打不开，点这里再试',
  /** Among the answers. */
  count: (count: number) => `附图片 ${count} 张`,
}
