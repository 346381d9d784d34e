import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import { tipWords } from '@/words/tip'

const said = tipWords.receipt.sure

/** WeChat's own back button asks since 2.12.0; a browser's does not. */
const canAsk = (): boolean => process.env.TARO_ENV === 'weapp' && Taro.canIUse('enableAlertBeforeUnload')

/** Asks before the page is left, whichever way, unless the receipt is kept on the phone. Answers what leaves it. */
export function useLeaving(isKept: boolean): () => void {
  useEffect(() => {
    if (isKept || !canAsk()) return
    Taro.enableAlertBeforeUnload({ message: `${said.title}${said.body}` })
    return stopAsking
  }, [isKept])
  return () => {
    if (isKept) goHome()
    else void askAndGo()
  }
}

const goHome = () => void Taro.reLaunch({ url: '/pages/home/index' })

const stopAsking = (): void => {
  if (canAsk()) Taro.disableAlertBeforeUnload()
}

async function askAndGo(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: said.title,
    content: said.body,
    confirmText: said.yes,
    cancelText: said.no,
  })
  if (!confirm) return
  stopAsking()
  goHome()
}
