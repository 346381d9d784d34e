import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { PlaceName } from '@contract/cases'
import type { Post } from '@contract/people'
import { isOfficerRole } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { StateView } from '@/components/StateView'
import { PlaceRows, type PlaceChoice } from '@/components/staff/PlaceRows'
import { asked } from '@/services/queries'
import { usePlaceRows } from '@/staff/inbox/usePlaceRows'
import { handlingWords } from '@/words/handling'
import { tipDeskWords as said } from '@/words/tipDesk'
import './AtADesk.scss'

/** A place that hands rewards over: a community, or, for what is known of none, what lies above it. */
interface DeskPlace {
  id: string
  name: string
}

const deskOf = ({ id, names }: PlaceName): DeskPlace => ({ id, name: names[names.length - 1] ?? '' })

/** The places at which somebody is an officer, each once. */
const placesOf = (posts: readonly Post[]): PlaceName[] => {
  const places = posts.flatMap(({ role, place }) => (isOfficerRole(role) ? place : []))
  return places.filter(({ id }, index) => places.findIndex((one) => one.id === id) === index)
}

/** What a page shows of the desk of the officer's community; whoever has several to look after says which. */
export function AtADesk({ children }: { children: (desk: DeskPlace) => ReactNode }) {
  const me = useQuery(asked('people', 'me', {}))
  return (
    <StateView
      query={me}
      empty={{
        when: ({ posts }) => placesOf(posts).length === 0,
        title: said.empty,
        whatToDo: said.emptyHint,
      }}
    >
      {({ posts }) => {
        const own = placesOf(posts)
        const [only] = own
        if (own.length === 1 && only?.level === 'community') return children(deskOf(only))
        return <Choosing own={own}>{children}</Choosing>
      }}
    </StateView>
  )
}

interface ChoosingProps {
  own: readonly PlaceName[]
  children: (desk: DeskPlace) => ReactNode
}

function Choosing({ own, children }: ChoosingProps) {
  const [desk, setDesk] = useState<DeskPlace>()
  if (!desk) return <DeskRows own={own} onChoose={setDesk} />
  return (
    <>
      {children(desk)}
      <View className="at-a-desk__another">
        <BigButton onClick={() => setDesk(undefined)}>{said.another}</BigButton>
      </View>
    </>
  )
}

interface DeskRowsProps {
  own: readonly PlaceName[]
  onChoose: (desk: DeskPlace) => void
}

/** Down from one's own places to a community, and no further. */
function DeskRows({ own, onChoose }: DeskRowsProps) {
  const [chosen, setChosen] = useState<PlaceChoice[]>([])
  const { rows, failed, retry } = usePlaceRows(own, chosen)
  const [only] = own
  const here = chosen[chosen.length - 1] ?? (own.length === 1 && only ? deskOf(only) : undefined)
  const change = (places: PlaceChoice[]) => {
    const community = places.find(({ level }) => level === 'community')
    if (community) onChoose(community)
    else setChosen(places)
  }
  return (
    <View className="card">
      <View className="title">{said.which}</View>
      <PlaceRows rows={rows} chosen={chosen} onChange={change} />
      {failed && <BigButton onClick={retry}>{handlingWords.placesFailed}</BigButton>}
      {here && <BigButton onClick={() => onChoose(here)}>{said.here(here.name)}</BigButton>}
    </View>
  )
}
