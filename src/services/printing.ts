import Taro from '@tarojs/taro'
import { savingOf, type Saving } from './saving'

// Only what this file needs of the browser; the rest of src must run where there is none.
declare const window: { print(): void }

/** Whether pages can be printed: WeChat cannot, and saves pictures instead. */
export const canPrint = process.env.TARO_ENV === 'h5'

/** Prints the page as its print stylesheet has it. */
export const printPage = (): void => {
  if (process.env.TARO_ENV === 'h5') window.print()
}

/**
 * Puts a picture into the phone's album. WeChat only.
 *
 * @param name of the file in between, without its ending
 * @param base64 the picture
 * @param type such as `image/png`
 */
export async function saveToAlbum(name: string, base64: string, type: string): Promise<Saving> {
  const filePath = pathOf(name, type)
  try {
    await writeFile(filePath, base64)
    await Taro.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (cause) {
    return savingOf(cause)
  } finally {
    // What has been saved, or could not be, must not lie in the mini-program's own folder too.
    remove(filePath)
  }
}

/**
 * Puts a picture into the mini-program's own folder. WeChat only. Rejects when the phone is full.
 *
 * @param name of the file, without its ending
 * @param base64 the picture
 * @param type such as `image/png`
 */
export async function writePicture(
  name: string,
  base64: string,
  type: string,
): Promise<{ filePath: string; remove: () => void }> {
  const filePath = pathOf(name, type)
  await writeFile(filePath, base64)
  return { filePath, remove: () => remove(filePath) }
}

const pathOf = (name: string, type: string): string =>
  `${Taro.env.USER_DATA_PATH}/${name}.${type.replace('image/', '')}`

const remove = (filePath: string): void =>
  Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined })

const writeFile = (filePath: string, data: string): Promise<void> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'base64',
      success: () => resolve(),
      fail: reject,
    }),
  )

/** Where the person lets WeChat write into the album. */
export const openAlbumSetting = (): void => void Taro.openSetting().catch(() => undefined)
