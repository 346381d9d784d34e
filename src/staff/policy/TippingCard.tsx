import { View } from '@tarojs/components'
import type { TippingRules } from '@contract/tippingRules'
import { BigButton } from '@/components/BigButton'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { tippingChanges } from './tippingEdits'

const said = staffWords.policy.tipping

interface TippingCardProps {
  tipping: TippingRules
  /** What counts now, where it is to be said what of it would change. */
  before?: TippingRules
  /** Opens it to be changed; only read where there is none. */
  onOpen?: () => void
}

/** What neighbours can tell of, and what it is worth. */
export function TippingCard({ tipping, before, onOpen }: TippingCardProps) {
  const { kinds, reward } = tipping
  const { item, pieces, aMonth, claimDays, desk } = reward
  const named = kinds.map(({ name, urgent }) => said.kind(name, urgent)).join(words.app.list)
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <View>{said.kinds(named)}</View>
      <View>{said.reward(item, pieces)}</View>
      {pieces > 0 && (
        <>
          <View className="soft">{said.pace(aMonth, claimDays)}</View>
          <View className="soft">{said.desk(desk || said.usualDesk)}</View>
        </>
      )}
      {before && <Changes changes={tippingChanges(before, tipping)} />}
      {onOpen && <BigButton onClick={onOpen}>{said.edit}</BigButton>}
    </View>
  )
}

function Changes({ changes }: { changes: readonly string[] }) {
  return (
    <View className="soft">
      {said.changed}
      {changes.length === 0 && <View>{said.same}</View>}
      {changes.map((change) => (
        <View key={change}>{change}</View>
      ))}
    </View>
  )
}
