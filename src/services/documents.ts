import Taro from '@tarojs/taro'

// Only what this file needs of the browser; the rest of src must run where there is none.
declare const window: { location: { assign(address: string): void } }

/**
 * Shows a spreadsheet that lies at a temporary address: WeChat opens it and lets the person pass it on, a browser saves
 * it. Rejects when it could not be fetched or opened.
 */
export const openSpreadsheet: (address: string) => Promise<void> =
  process.env.TARO_ENV === 'weapp' ? openInWeChat : saveInBrowser

async function openInWeChat(address: string): Promise<void> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url: address })
  if (statusCode !== 200) throw new Error(`the cloud storage answered ${statusCode}`)
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
}

function saveInBrowser(address: string): Promise<void> {
  window.location.assign(address)
  return Promise.resolve()
}
