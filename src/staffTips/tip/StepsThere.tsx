import { Text, View } from '@tarojs/components'
import type { TipForReview } from '@contract/tips'
import { tipWorkWords } from '@/words/tipWork'

const said = tipWorkWords.steps

const stepsOf = ({ opens, plate }: TipForReview): string[] => [
  said.before,
  ...(plate ? [said.plate] : []),
  ...(opens === 'registration' ? [said.greet, said.askReturn] : [said.askOther, said.greet]),
  said.kind,
  said.never,
]

/** How to go there, as for any routine check. */
export function StepsThere({ view }: { view: TipForReview }) {
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      {stepsOf(view).map((step, index) => (
        <View key={step} className="tip__step">
          <Text className="tip__number">{index + 1}</Text>
          <Text>{step}</Text>
        </View>
      ))}
    </View>
  )
}
