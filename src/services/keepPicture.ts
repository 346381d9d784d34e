import { saveToAlbum } from './printing'
import { privately } from './privacy'
import { savingOf, type Saving } from './saving'

// Only what this file needs of the browser; the rest of src must run where there is none.
declare const document: {
  createElement(tag: 'a'): { href: string; download: string; click(): void }
}

/** Puts a picture, base64, where the person finds it again: WeChat into the album, a browser among what was downloaded. */
export const keepPicture: (name: string, base64: string, type: string) => Promise<Saving> =
  process.env.TARO_ENV === 'weapp' ? saveToAlbum : download

async function download(name: string, base64: string, type: string): Promise<Saving> {
  try {
    await privately('saveImageToPhotosAlbum', () => Promise.resolve())
  } catch (cause) {
    return savingOf(cause)
  }
  const link = document.createElement('a')
  link.href = `data:${type};base64,${base64}`
  link.download = `${name}.${type.replace('image/', '')}`
  link.click()
  return 'saved'
}
