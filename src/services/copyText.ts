import Taro from '@tarojs/taro'
import { privately } from './privacy'

/** Copies a text and says whether it could; what else can be done stands in `notCopied`. */
export const copyText = (data: string, said: { copied: string; notCopied: string }): void =>
  void privately('setClipboardData', () => Taro.setClipboardData({ data })).then(
    () => void Taro.showToast({ title: said.copied, icon: 'none' }),
    () => void Taro.showToast({ title: said.notCopied, icon: 'none' }),
  )
