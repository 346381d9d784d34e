import { Text, View } from '@tarojs/components'
import { outcomeWords } from '@/words/outcome'
import { whyOf, type WhyOf } from './why'
import './Why.scss'

/** Why an outcome is what it is. Nothing where staff chose it by hand: what they said is their reason. */
export function Why(of: WhyOf) {
  const sentences = whyOf(of)
  if (sentences.length === 0) return null
  return (
    <View className="why">
      <Text className="why__title">{outcomeWords.why.title}</Text>
      {sentences.map((sentence) => (
        <View key={sentence} className="why__sentence">
          <Text userSelect>{sentence}</Text>
        </View>
      ))}
    </View>
  )
}
