/**
 * Why WeChat has not done what it was asked for. `notAgreed`: the person does not want their information used; for ten
 * seconds after they have said so WeChat refuses without asking them.
 */
export type NotDone = 'cancelled' | 'notAgreed' | 'failed'

/** Why there is nothing chosen, other than that the person wants nothing. */
export type NotChosen = Exclude<NotDone, 'cancelled'>

/**
 * By WeChat's own words: `chooseMedia:fail cancel`, `chooseMedia:fail privacy permission is not authorized`.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/api/open-api/privacy/wx.onNeedPrivacyAuthorization.html
 */
export const notDoneBy = (cause: unknown): NotDone => {
  const { errMsg = '' } = cause as { errMsg?: string }
  if (/cancel/.test(errMsg)) return 'cancelled'
  return /privacy permission is not authorized/.test(errMsg) ? 'notAgreed' : 'failed'
}
