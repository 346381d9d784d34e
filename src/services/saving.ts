import { notDoneBy, type NotDone } from './notDone'

/**
 * What became of saving a picture. `notAllowed`: WeChat may not write into the album until the person lets it in its
 * settings.
 */
export type Saving = 'saved' | 'notAllowed' | NotDone

/**
 * Why nothing was saved, by WeChat's own words: `saveImageToPhotosAlbum:fail auth deny`, `:fail cancel`.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.saveImageToPhotosAlbum.html
 */
export const savingOf = (cause: unknown): Exclude<Saving, 'saved'> => {
  const notDone = notDoneBy(cause)
  const { errMsg = '' } = cause as { errMsg?: string }
  return notDone === 'failed' && /auth|permission/i.test(errMsg) ? 'notAllowed' : notDone
}
