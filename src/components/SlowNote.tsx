import { View } from '@tarojs/components'
import { words } from '@/words'
import { useLate } from './useLate'

/** Why nothing is there yet: once an attempt has failed, or it has lasted for some seconds. */
export function SlowNote({ isRetrying }: { isRetrying: boolean }) {
  const isLate = useLate(true)
  return isRetrying || isLate ? <View className="soft">{words.app.slow}</View> : null
}
