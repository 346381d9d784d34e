import { Text } from '@tarojs/components'
import './Tag.scss'

export type TagTone = 'calm' | 'good' | 'warning' | 'danger' | 'quiet'

/** A word with a colour; the word says it all, the colour only helps to find it. */
export function Tag({ tone, text }: { tone: TagTone; text: string }) {
  return <Text className={`tag tag--${tone}`}>{text}</Text>
}
