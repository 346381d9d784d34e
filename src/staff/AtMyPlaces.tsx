import { useState, type ReactNode } from 'react'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlaceName } from '@contract/cases'
import type { Post } from '@contract/people'
import type { StaffRole } from '@contract/roles'
import { Choices } from '@/components/Choices'
import { StateView } from '@/components/StateView'
import { asked } from '@/services/queries'

/** The places at which somebody has one of these roles, each once. */
const placesOf = (posts: readonly Post[], roles: readonly StaffRole[]): PlaceName[] => {
  const places = posts.filter(({ role }) => roles.includes(role)).map(({ place }) => place)
  return places.filter(({ id }, index) => places.findIndex((one) => one.id === id) === index)
}

interface AtMyPlacesProps {
  roles: readonly StaffRole[]
  /** Above the choice between several places. */
  label: string
  /** For whoever has none of these roles. */
  empty: { title: string; whatToDo: string }
  children: (place: PlaceName) => ReactNode
}

/** What a page shows of the place where somebody has a role, or of one of several. Pulled down, all of it is asked for again. */
export function AtMyPlaces({ roles, label, empty, children }: AtMyPlacesProps) {
  const me = useQuery(asked('people', 'me', {}))
  const [chosen, setChosen] = useState<string>()
  const client = useQueryClient()
  usePullDownRefresh(() => void client.refetchQueries().finally(() => Taro.stopPullDownRefresh()))
  return (
    <StateView query={me} empty={{ when: ({ posts }) => placesOf(posts, roles).length === 0, ...empty }}>
      {({ posts }) => {
        const places = placesOf(posts, roles)
        const place = places.find(({ id }) => id === chosen) ?? places[0]
        return (
          <>
            {places.length > 1 && (
              <Choices
                label={label}
                choices={places.map(({ id, names }) => ({ value: id, text: names[names.length - 1] ?? '' }))}
                chosen={place ? [place.id] : []}
                onToggle={setChosen}
              />
            )}
            {place && children(place)}
          </>
        )
      }}
    </StateView>
  )
}
