import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import type { PlaceName } from '@contract/cases'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { PlaceLines } from '@/components/staff/PlaceLines'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { NodeView } from './NodeView'
import { keptPlaces } from './tree'

const said = staffWords.places.tree

/** The tree below the places one looks after, and everything that can be done to it. `?place=` begins further down. */
export default function PlacesPage() {
  const { place } = useRouter().params
  const me = useQuery(asked('people', 'me', {}))
  return (
    <Page>
      <StateView
        query={me}
        empty={{ when: ({ posts }) => keptPlaces(posts).length === 0, ...words.errors.notAllowed }}
      >
        {({ posts }) => <Tree own={keptPlaces(posts)} start={place} />}
      </StateView>
    </Page>
  )
}

/** What is shown is one node; with several places of one's own, first the choice among these. */
function Tree({ own, start }: { own: PlaceName[]; start: string | undefined }) {
  const top = own.length === 1 ? own[0]?.id : undefined
  const [shown, show] = useState(start ?? top)
  const goTo = (place: string | undefined) => {
    show(place ?? top)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  if (shown === undefined) return <OwnPlaces own={own} onOpen={goTo} />
  return <Node key={shown} place={shown} own={own} isTop={shown === top} onGo={goTo} />
}

function OwnPlaces({ own, onOpen }: { own: PlaceName[]; onOpen: (place: string) => void }) {
  return (
    <View className="card">
      <Text className="title">{said.mine}</Text>
      <PlaceLines
        lines={own.map(({ id, level, names }) => ({ id, level, name: names[names.length - 1] ?? '' }))}
        onOpen={onOpen}
      />
    </View>
  )
}

interface NodeProps {
  place: string
  own: PlaceName[]
  isTop: boolean
  onGo: (place: string | undefined) => void
}

function Node({ place, own, isTop, onGo }: NodeProps) {
  const node = useQuery(asked('places', 'node', { place }))
  useFreshWhenShown(node)
  usePullDownRefresh(() => void node.refetch().finally(() => Taro.stopPullDownRefresh()))
  return (
    <>
      <StateView query={node}>{(shown) => <NodeView node={shown} own={own} onGo={onGo} />}</StateView>
      {node.isError && !isTop && <BigButton onClick={() => onGo(undefined)}>{said.backToMine}</BigButton>}
    </>
  )
}
