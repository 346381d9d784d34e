import { useQueries } from '@tanstack/react-query'
import type { PlaceName } from '@contract/cases'
import type { PlaceLine } from '@contract/places'
import { asked } from '@/services/queries'
import type { PlaceChoice } from '@/components/staff/PlaceRows'

/** The tops of what somebody may see, and below each chosen place the ones to choose from next. */
export function usePlaceRows(tops: readonly PlaceName[], chosen: readonly PlaceChoice[]) {
  // With one place of one's own, what lies below it is the first choice.
  const only = tops.length === 1 ? tops[0] : undefined
  const asking = [...(only ? [only] : []), ...chosen.filter(({ more }) => more)]
  const below = useQueries({
    queries: asking.map(({ id }) => ({ ...asked('places', 'below', { place: id }), staleTime: Infinity })),
  })
  const first = only ? [] : [tops.map(topChoice)]
  return {
    rows: [...first, ...below.flatMap(({ data }) => (data && data.length > 0 ? [data.map(lineChoice)] : []))],
    failed: below.some(({ isError }) => isError),
    retry: () => below.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
  }
}

const topChoice = ({ id, level, names }: PlaceName): PlaceChoice => ({
  id,
  level,
  name: names[names.length - 1] ?? '',
  more: true,
})

const lineChoice = ({ id, level, name, more }: PlaceLine): PlaceChoice => ({ id, level, name, more })
