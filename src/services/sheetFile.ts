import Taro from '@tarojs/taro'
import { notDoneBy, type NotDone } from './notDone'

/** A file of this phone; `size` in bytes. */
export interface ChosenFile {
  name: string
  path: string
  size: number
}

interface BrowserFile {
  name: string
  size: number
}

// Only what this file needs of the browser; the rest of src must run where there is none.
declare const document: {
  createElement(tag: 'input'): {
    type: string
    accept: string
    files: ArrayLike<BrowserFile> | null
    onchange: () => void
    oncancel: () => void
    click(): void
  }
}
declare const URL: { createObjectURL(file: BrowserFile): string }

/** Lets the person choose a spreadsheet. */
export const chooseSheet: () => Promise<ChosenFile | NotDone> =
  process.env.TARO_ENV === 'weapp' ? chooseInChats : chooseOnComputer

/** WeChat opens files of its chats only. It is not told the ending: some versions then show no file at all. */
async function chooseInChats(): Promise<ChosenFile | NotDone> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file' })
    const [file] = tempFiles
    return file ? { name: file.name, path: file.path, size: file.size } : 'failed'
  } catch (cause) {
    return notDoneBy(cause)
  }
}

/** Taro has no such choice in a browser. */
function chooseOnComputer(): Promise<ChosenFile | NotDone> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.onchange = () => {
      const file = input.files?.[0]
      resolve(file ? { name: file.name, path: URL.createObjectURL(file), size: file.size } : 'cancelled')
    }
    input.oncancel = () => resolve('cancelled')
    input.click()
  })
}
