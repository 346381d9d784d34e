/**
 * What the code that was scanned says: WeChat hands `scene` over percent-encoded, at most 32 characters. '' when there is
 * none, or it cannot be read.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/qr-code.html
 */
export const sceneOf = ({ scene = '' }: { scene?: string }): string => {
  try {
    return decodeURIComponent(scene)
  } catch {
    return ''
  }
}
