import Taro from '@tarojs/taro'

/** Whether this phone can scan: WeChat can, a browser cannot. */
export const canScan = process.env.TARO_ENV === 'weapp'

/** What became of scanning. */
export type Scanned = { text: string } | 'cancelled' | 'failed'

/**
 * The text of a QR code that the person holds the camera to. WeChat shows its own screen for it and asks for no consent:
 * https://developers.weixin.qq.com/miniprogram/dev/api/device/scan/wx.scanCode.html
 */
export async function scanCode(): Promise<Scanned> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return { text: result }
  } catch (cause) {
    return /cancel/.test((cause as { errMsg?: string }).errMsg ?? '') ? 'cancelled' : 'failed'
  }
}
