import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './storage'

const KEY = 'careMode'

const listeners = new Set<() => void>()
let isOn: boolean | undefined

const read = (): boolean => (isOn ??= readStored(KEY) === true)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const setCareMode = (on: boolean): void => {
  isOn = on
  writeStored(KEY, on)
  listeners.forEach((changed) => changed())
}

/** Larger type and targets on every page, kept on this phone. */
export const useCareMode = (): [boolean, (on: boolean) => void] => [
  useSyncExternalStore(subscribe, read),
  setCareMode,
]
