import Taro from '@tarojs/taro'
import { storageScope } from './cloud'

const keyOf = (name: string): string => `${storageScope()}${name}`

/** What this phone keeps under `name`; undefined when there is nothing. Plain data only. */
export const readStored = (name: string): unknown => {
  const value: unknown = Taro.getStorageSync(keyOf(name))
  // WeChat answers '' for a key that is not there.
  return value === '' ? undefined : value
}

/** Keeps plain data; false when the phone is full, which must not stop anybody from going on. */
export const writeStored = (name: string, value: unknown): boolean => {
  try {
    Taro.setStorageSync(keyOf(name), value)
    return true
  } catch {
    return false
  }
}

export const removeStored = (name: string): void => Taro.removeStorageSync(keyOf(name))
