import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { PlaceName } from '@contract/cases'
import { retentionDays } from '@contract/keeping'
import type { Post } from '@contract/people'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { keptPlaces } from '../places/tree'
import { Holds } from './Holds'
import { Lifts } from './Lifts'
import './index.scss'

const said = words.keeping

/** How long data is kept at my places, what ends that early, and what keeps it longer. `?case=` is one to be kept longer. */
export default function KeepingPage() {
  const me = useQuery(asked('people', 'me', {}))
  return (
    <Page>
      <StateView
        query={me}
        empty={{ when: ({ posts }) => keptPlaces(posts).length === 0, ...words.errors.notAllowed }}
      >
        {({ posts }) => <KeptAt places={keptPlaces(posts)} posts={posts} />}
      </StateView>
    </Page>
  )
}

function KeptAt({ places, posts }: { places: PlaceName[]; posts: readonly Post[] }) {
  const [place, setPlace] = useState(places[0]?.id ?? '')
  const about = useRouter().params.case ?? null
  const kept = useQuery(asked('keeping', 'list', { place }))
  useFreshWhenShown(kept)
  usePullDownRefresh(() => void kept.refetch().finally(() => Taro.stopPullDownRefresh()))
  const own = places.filter(({ id }) => id === place)
  return (
    <>
      {places.length > 1 && (
        <Choices
          label={staffWords.keeping.hold.where}
          choices={places.map(({ id, names }) => ({ value: id, text: names[names.length - 1] ?? '' }))}
          chosen={[place]}
          onToggle={setPlace}
        />
      )}
      <View className="soft keeping__rule">{said.rule(retentionDays.returnee)}</View>
      <StateView query={kept}>
        {({ holds, lifts }) => (
          <>
            <Lifts lifts={lifts} own={own} posts={posts} />
            <Holds holds={holds} own={own} posts={posts} about={about} />
          </>
        )}
      </StateView>
      <BigButton onClick={() => void Taro.navigateTo({ url: '/pages/account/certificates/index' })}>
        {said.certificates.open}
      </BigButton>
    </>
  )
}
