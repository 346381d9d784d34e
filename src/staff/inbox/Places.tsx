import type { PlaceName } from '@contract/cases'
import { BigButton } from '@/components/BigButton'
import { PlaceRows, type PlaceChoice } from '@/components/staff/PlaceRows'
import { handlingWords } from '@/words/handling'
import { usePlaceRows } from './usePlaceRows'

interface PlacesProps {
  /** The places of one's own. */
  tops: readonly PlaceName[]
  chosen: PlaceChoice[]
  onChange: (chosen: PlaceChoice[]) => void
}

/** The filter by place, with what lies below asked for as it is narrowed down. */
export function Places({ tops, chosen, onChange }: PlacesProps) {
  const { rows, failed, retry } = usePlaceRows(tops, chosen)
  return (
    <>
      <PlaceRows rows={rows} chosen={chosen} onChange={onChange} />
      {failed && <BigButton onClick={retry}>{handlingWords.placesFailed}</BigButton>}
    </>
  )
}
