/**
 * What became of saving a picture. `notAllowed`: WeChat may not write into the album until the person lets it in its
 * settings.
 */
export type Saving = 'saved' | 'cancelled' | 'notAllowed' | 'failed'

/**
 * Why nothing was saved, by WeChat's own words: `saveImageToPhotosAlbum:fail auth deny`, `:fail cancel`.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.saveImageToPhotosAlbum.html
 */
export const savingOf = (errMsg: string): Exclude<Saving, 'saved'> => {
  if (/cancel/.test(errMsg)) return 'cancelled'
  return /auth|privacy|permission/i.test(errMsg) ? 'notAllowed' : 'failed'
}
