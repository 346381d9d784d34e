import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { LookLine } from '@contract/looks'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import { lookSentence } from './lookSentence'
import './LookCard.scss'

export interface LookCardProps {
  look: LookLine
  today: Day
  /** Narrows the list to this person; absent where it is about one person anyway. */
  onOnly?: () => void
}

/** One look: when, who, whose and why. */
export function LookCard({ look, today, onOnly }: LookCardProps) {
  const said = staffWords.looks.list
  const { name, role, place } = look.by
  return (
    <View className="card look-card">
      <Text className="look-card__when">{words.dates.instant(look.at, today)}</Text>
      <Text className="look-card__who">
        {said.who(words.registration.role[role], name, place.names[place.names.length - 1] ?? '')}
      </Text>
      <Text className="look-card__what">{lookSentence(look)}</Text>
      <Text className="look-card__why">{said.reason(look.words)}</Text>
      {onOnly && (
        <Tap className="look-card__only" onTap={onOnly}>
          {said.onlyOf(name)}
        </Tap>
      )}
    </View>
  )
}
