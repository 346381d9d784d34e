import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { Affected, Direction } from '@contract/reassessment'
import { staffWords } from '@/words/staff'
import { outcomeInFull } from '../outcomeSentences'
import { StatusTag } from '../StatusTag'
import { Tag, type TagTone } from '../Tag'
import { Tap } from '../Tap'
import './AffectedCard.scss'

const said = staffWords.editions

const tones: Record<Direction, TagTone> = { stricter: 'danger', looser: 'good', first: 'calm' }

export interface AffectedCardProps {
  affected: Affected
  today: Day
  onOpen: () => void
}

/** Somebody whom an edition changes: who, where, from what to what. */
export function AffectedCard({ affected, today, onOpen }: AffectedCardProps) {
  const { display, place, from, status, direction, before, after } = affected
  const was = before ? outcomeInFull(before, today) : said.affected.none
  return (
    <Tap className="card affected-card" label={said.affected.openCase(display)} onTap={onOpen}>
      <View className="affected-card__text">
        <View className="affected-card__top">
          <Text className="affected-card__name">{display}</Text>
          <View className="affected-card__tag">
            <Tag tone={tones[direction]} text={said.direction[direction]} />
          </View>
          <StatusTag status={status} reader="staff" />
        </View>
        <View className="soft">{place.slice(-3).join(' ')}</View>
        {from !== '' && <View className="soft">{said.affected.from(from)}</View>}
        <View>{said.affected.before(was)}</View>
        <View className="affected-card__after">{said.affected.after(outcomeInFull(after, today))}</View>
      </View>
    </Tap>
  )
}
