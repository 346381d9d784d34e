import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { words } from '@/words'

const said = words.updates

/** What WeChat has found after opening the app; null when there is nothing to say, or it has been said. */
let news: 'ready' | 'failed' | null = null
let isHarmless = false

/**
 * WeChat looks for a new version by itself whenever it starts the app, and loads it.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/api/base/update/wx.getUpdateManager.html
 */
export function watchUpdates(): void {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.canIUse('getUpdateManager')) return
  const updates = Taro.getUpdateManager()
  const take = (what: 'ready' | 'failed') => () => {
    news = what
    sayNews()
  }
  updates.onUpdateReady(take('ready'))
  updates.onUpdateFailed(take('failed'))
}

/** While nothing is being filled in: says once what there is about a new version. */
function sayNews(): void {
  if (!news || !isHarmless) return
  const asking = news === 'ready' ? offer() : regret()
  news = null
  asking.catch(() => undefined)
}

/** Whoever does not want it now has it when WeChat next starts the app. */
async function offer(): Promise<void> {
  const { confirm } = await Taro.showModal({ ...said.ready, confirmText: said.now, cancelText: said.later })
  if (confirm) Taro.getUpdateManager().applyUpdate()
}

const regret = () => Taro.showModal({ ...said.failed, showCancel: false, confirmText: said.fine })

/** A page on which nothing is filled in, so that opening the app anew loses nothing. */
export function useUpdateNews(): void {
  useDidShow(() => {
    isHarmless = true
    sayNews()
  })
  useDidHide(() => {
    isHarmless = false
  })
}
