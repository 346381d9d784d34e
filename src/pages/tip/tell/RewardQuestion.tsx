import { View } from '@tarojs/components'
import type { RewardRules } from '@contract/tippingRules'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { tipWords } from '@/words/tip'
import type { Telling } from './useTelling'

const said = tipWords.tell.reward

const NONE = 'none'

interface RewardQuestionProps {
  telling: Telling
  reward: RewardRules
}

/** What a valid tip is worth here, and a way to do without it. Nothing where nothing is given. */
export function RewardQuestion({ telling: { values, change }, reward }: RewardQuestionProps) {
  if (reward.pieces === 0) return null
  return (
    <View className="card">
      <Field label={said.label} hint={said.offer(reward.pieces, reward.item)}>
        <Choices
          label={said.label}
          several
          choices={[{ value: NONE, text: said.none }]}
          chosen={values.wantsReward ? [] : [NONE]}
          onToggle={() => change({ wantsReward: !values.wantsReward })}
        />
      </Field>
    </View>
  )
}
