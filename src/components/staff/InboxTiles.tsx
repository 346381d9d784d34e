import { Text, View } from '@tarojs/components'
import { AT_LEAST } from '@contract/inbox'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import './InboxTiles.scss'

const said = staffWords.inbox

export type Tile = keyof typeof said.tile

type Counts = Record<Tile, number>

export interface InboxTilesProps {
  /** Absent while they are not known. */
  counts: Counts | undefined
  chosen: Tile | undefined
  onChoose: (tile: Tile) => void
}

const isAtLeast = (tile: Tile, counts: Counts): boolean =>
  (tile === 'overdue' || tile === 'mine') && counts[tile] >= AT_LEAST

const countOf = (tile: Tile, counts: Counts): string =>
  isAtLeast(tile, counts) ? said.atLeast(counts[tile]) : String(counts[tile])

const labelOf = (tile: Tile, counts: Counts | undefined): string => {
  const say = counts && isAtLeast(tile, counts) ? said.tileLabelAtLeast : said.tileLabel
  return say(said.tile[tile], counts?.[tile] ?? 0)
}

/** How much there is to do; tapping a number shows what it counts. */
export function InboxTiles({ counts, chosen, onChoose }: InboxTilesProps) {
  return (
    <View className="inbox-tiles" role="radiogroup">
      {(Object.keys(said.tile) as Tile[]).map((tile) => (
        <Tap
          key={tile}
          className={`inbox-tiles__one ${tile === chosen ? 'inbox-tiles__one--chosen' : ''}`}
          label={labelOf(tile, counts)}
          chosen={tile === chosen}
          onTap={() => onChoose(tile)}
        >
          <Text
            className={`inbox-tiles__count ${tile === 'overdue' && counts?.overdue ? 'inbox-tiles__count--late' : ''}`}
          >
            {counts ? countOf(tile, counts) : '–'}
          </Text>
          <Text className="inbox-tiles__name">{said.tile[tile]}</Text>
        </Tap>
      ))}
    </View>
  )
}
