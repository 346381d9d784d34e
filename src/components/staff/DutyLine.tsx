import { Text, View } from '@tarojs/components'
import type { Duty, Responsible } from '@contract/places'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { dial } from '../dial'
import { Tap } from '../Tap'
import './DutyLine.scss'

const said = staffWords.places.tree

export interface DutyLineProps {
  duty: Duty
  /** null where nobody has it. */
  person: Responsible | null
  /** The place above that named them; null where the node itself did. */
  from: string | null
  onSet: () => void
}

/** One of the five duties at a place: who has it, their telephone, and the way to change it. */
export function DutyLine({ duty, person, from, onSet }: DutyLineProps) {
  const name = words.registration.duty[duty]
  return (
    <View className="duty-line">
      <View className="duty-line__text">
        <Text className="soft duty-line__duty">{from === null ? name : said.dutyFrom(name, from)}</Text>
        {person ? (
          <Tap
            className="duty-line__person"
            label={words.app.callTo(person.name)}
            onTap={() => dial(person.phone)}
          >
            <Text className="duty-line__name">{person.name}</Text>
            <Text className="duty-line__phone">{person.phone}</Text>
          </Tap>
        ) : (
          <Text className="duty-line__nobody">{said.nobody}</Text>
        )}
      </View>
      <Tap className="duty-line__set" label={said.setDuty(name)} onTap={onSet}>
        {said.set}
      </Tap>
    </View>
  )
}
