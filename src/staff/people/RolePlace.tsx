import type { PlaceName } from '@contract/cases'
import type { StaffRole } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { PlaceRows, type PlaceChoice } from '@/components/staff/PlaceRows'
import { handlingWords } from '@/words/handling'
import { usePlaceRows } from '../inbox/usePlaceRows'
import { rowsFor } from './appointing'

interface RolePlaceProps {
  role: StaffRole
  /** The places one looks after. */
  own: readonly PlaceName[]
  chosen: PlaceChoice[]
  onChange: (chosen: PlaceChoice[]) => void
}

/** Where a role is to be held, narrowed down from one's own places. */
export function RolePlace({ role, own, chosen, onChange }: RolePlaceProps) {
  const { rows, failed, retry } = usePlaceRows(own, chosen)
  return (
    <>
      <PlaceRows rows={rowsFor(role, rows)} chosen={chosen} onChange={onChange} />
      {failed && <BigButton onClick={retry}>{handlingWords.placesFailed}</BigButton>}
    </>
  )
}
