import { Text, View } from '@tarojs/components'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import './InboxTiles.scss'

const said = staffWords.inbox

export type Tile = keyof typeof said.tile

export interface InboxTilesProps {
  /** Absent while they are not known. */
  counts: Record<Tile, number> | undefined
  chosen: Tile | undefined
  onChoose: (tile: Tile) => void
}

/** How much there is to do; tapping a number shows what it counts. */
export function InboxTiles({ counts, chosen, onChoose }: InboxTilesProps) {
  return (
    <View className="inbox-tiles" role="radiogroup">
      {(Object.keys(said.tile) as Tile[]).map((tile) => (
        <Tap
          key={tile}
          className={`inbox-tiles__one ${tile === chosen ? 'inbox-tiles__one--chosen' : ''}`}
          label={said.tileLabel(said.tile[tile], counts?.[tile])}
          chosen={tile === chosen}
          onTap={() => onChoose(tile)}
        >
          <Text
            className={`inbox-tiles__count ${tile === 'overdue' && counts?.overdue ? 'inbox-tiles__count--late' : ''}`}
          >
            {counts?.[tile] ?? '–'}
          </Text>
          <Text className="inbox-tiles__name">{said.tile[tile]}</Text>
        </Tap>
      ))}
    </View>
  )
}
