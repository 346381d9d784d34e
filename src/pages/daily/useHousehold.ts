import { useQuery } from '@tanstack/react-query'
import type { Household } from '@contract/households'
import { Refusal } from '@/services/api'
import { asked, useFreshWhenShown } from '@/services/queries'

/**
 * All households that this account reports for, as they were answered: what the phone keeps for the daily screen knows no
 * telephones, and changing it would lose them.
 */
export function useWholeHouseholds() {
  const mine = useQuery(asked('households', 'mine', {}))
  useFreshWhenShown(mine)
  return mine
}

/** One of them by its id, refused like any that is not one's own; without an id the first. */
export function useHousehold(id: string | undefined) {
  const mine = useWholeHouseholds()
  const found = pick(mine.data ?? [], id)
  const error = mine.data && !found ? nobodys : mine.error
  return { data: found, error, refetch: mine.refetch }
}

const nobodys = new Refusal({ code: 'notFound', message: 'not one of my households' })

/** The household of this id; the first where none is named. */
export const pick = (households: readonly Household[], id: string | undefined): Household | undefined =>
  id === undefined ? households[0] : households.find((household) => household.id === id)
