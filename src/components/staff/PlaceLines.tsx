import { Text, View } from '@tarojs/components'
import type { Level } from '@contract/roles'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import './PlaceLines.scss'

export interface PlaceLinesProps {
  lines: readonly { id: string; level: Level; name: string }[]
  onOpen: (place: string) => void
}

/** Places to go into, one a line. */
export function PlaceLines({ lines, onOpen }: PlaceLinesProps) {
  return (
    <View className="place-lines">
      {lines.map(({ id, level, name }) => (
        <Tap
          key={id}
          className="place-lines__one"
          label={staffWords.places.tree.open(name)}
          onTap={() => onOpen(id)}
        >
          <Text className="place-lines__name">{name}</Text>
          <Text className="soft place-lines__level">{words.registration.level[level]}</Text>
          <View className="place-lines__arrow" />
        </Tap>
      ))}
    </View>
  )
}
