import { View } from '@tarojs/components'
import './Quote.scss'

/** What somebody said, word for word; nothing where they said nothing. */
export function Quote({ words }: { words: string | null }) {
  return words ? <View className="quote">{words}</View> : null
}
