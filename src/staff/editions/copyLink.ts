import Taro from '@tarojs/taro'
import { staffWords } from '@/words/staff'

/** WeChat opens no address of others: it is copied, for a browser. */
export const copyLink = (link: string): void =>
  void Taro.setClipboardData({ data: link }).then(
    () => void Taro.showToast({ title: staffWords.editions.copied, icon: 'success' }),
    () => undefined,
  )
