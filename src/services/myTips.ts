import { useSyncExternalStore } from 'react'
import type { Day } from '@contract/calendar'
import { dropDraft } from './drafts'
import { dropLetters, dropLettersInHand } from './letters'
import { readStored, removeStored, writeStored } from './storage'

/** A receipt that its teller wants to have on this phone. */
export interface KeptTip {
  /** Sixteen digits. */
  receipt: string
  /** As the phone showed it: 聚集. */
  kind: string
  /** Since when it is kept. */
  since: Day
}

const KEY = 'tips/mine'

const listeners = new Set<() => void>()
let kept: readonly KeptTip[] | undefined

// Written by this file alone, and only under this name.
const list = (): readonly KeptTip[] => (kept ??= (readStored(KEY) as KeptTip[] | undefined) ?? [])

/** False when the phone is full. Where none is kept, nothing says that there ever was one. */
const put = (now: readonly KeptTip[]): boolean => {
  if (now.length > 0 && !writeStored(KEY, now)) return false
  if (now.length === 0) removeStored(KEY)
  kept = now
  listeners.forEach((changed) => changed())
  return true
}

const without = (receipt: string) => list().filter((one) => one.receipt !== receipt)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Only because its teller has said so. False when the phone is full. */
export const keepTip = (tip: KeptTip): boolean => put([tip, ...without(tip.receipt)])

/** With what was written about it and not sent. */
export const forgetTip = (receipt: string): void => {
  dropLetters(receipt)
  put(without(receipt))
}

/** Nothing on this phone says any more that anything was told, or was to be. */
export const forgetAllTips = (): void => {
  list().forEach(({ receipt }) => dropLetters(receipt))
  dropLettersInHand()
  dropDraft('tip/new')
  put([])
}

/** What is kept on this phone, the latest first; it leaves the phone only as each is asked for. */
export const useMyTips = (): readonly KeptTip[] => useSyncExternalStore(subscribe, list)
