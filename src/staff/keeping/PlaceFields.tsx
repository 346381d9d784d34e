import type { PlaceName } from '@contract/cases'
import type { Level } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { PlaceRows, type PlaceChoice } from '@/components/staff/PlaceRows'
import { handlingWords } from '@/words/handling'
import { staffWords } from '@/words/staff'
import { usePlaceRows } from '../inbox/usePlaceRows'

const said = staffWords.keeping

interface PlaceFieldsProps {
  own: readonly PlaceName[]
  chosen: readonly PlaceChoice[]
  onChange: (chosen: PlaceChoice[]) => void
  levels: readonly Level[]
}

/** The place that is meant: one's own, or narrowed down below it to one of these levels. */
export function PlaceFields({ own, chosen, onChange, levels }: PlaceFieldsProps) {
  const { rows, failed, retry } = usePlaceRows(own, chosen)
  const shown = rows.filter((row) => row.some(({ level }) => levels.includes(level)))
  return (
    <>
      <Field label={said.hold.where}>{chosenPlace(own, chosen)?.name}</Field>
      <PlaceRows rows={shown} chosen={chosen} onChange={onChange} />
      {failed && <BigButton onClick={retry}>{handlingWords.placesFailed}</BigButton>}
    </>
  )
}

/** The narrowest that was chosen, else one's own. */
export const chosenPlace = (
  own: readonly PlaceName[],
  chosen: readonly PlaceChoice[],
): { id: string; name: string } | undefined => {
  const [top] = own
  return chosen[chosen.length - 1] ?? (top && { id: top.id, name: top.names[top.names.length - 1] ?? '' })
}
