import { Text, View } from '@tarojs/components'
import { words } from '@/words'
import './Steps.scss'

export interface StepsProps {
  /** Counted from 0. */
  current: number
  titles: readonly string[]
}

// A browser also wants to know of which level; WeChat knows none.
const asHeading = { role: 'heading', 'aria-level': 1 }

/** How far one has come: a bar, and the same in words. */
export function Steps({ current, titles }: StepsProps) {
  return (
    <View className="steps">
      <View className="steps__bar" aria-hidden="true">
        {titles.map((title, index) => (
          <View key={title} className={`steps__part${index <= current ? ' steps__part--reached' : ''}`} />
        ))}
      </View>
      <Text className="steps__count">{words.register.stepOf(current + 1, titles.length)}</Text>
      <View className="steps__title" {...asHeading}>
        {titles[current]}
      </View>
    </View>
  )
}
