import { useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { useCareMode } from './careMode'

const CARE = 1.25

/** WeChat's own limit is higher; a line of eight characters is the least that can be read on a narrow phone. */
const MOST = 1.5

/** Pixels of WeChat's usual type, which old versions answer instead of a factor. */
const USUAL = 16

interface TypeSetting {
  fontSizeScaleFactor?: number
  /** Pixels. */
  fontSizeSetting?: number
}

const settingOfWechat = (): number => {
  // Taro's types know neither of the two.
  const known = (Taro.canIUse('getAppBaseInfo') ? Taro.getAppBaseInfo() : {}) as TypeSetting
  const { fontSizeScaleFactor, fontSizeSetting = USUAL } = known
  return fontSizeScaleFactor ?? fontSizeSetting / USUAL
}

/**
 * How much larger than usual type is to be: as WeChat's setting wants it (我 - 设置 - 通用 - 字体大小), in care mode at
 * least by a quarter, and never by more than a half. The setting is looked at whenever the app comes to the front.
 */
export function useTypeScale(): number {
  const [care] = useCareMode()
  const [setting, setSetting] = useState(settingOfWechat)
  useDidShow(() => setSetting(settingOfWechat()))
  return Math.min(Math.max(setting, care ? CARE : 1), MOST)
}
