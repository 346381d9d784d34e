import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { LookPage } from '@contract/looks'
import type { Me } from '@contract/people'
import { isKeeperRole } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { InboxTail } from '@/components/staff/InboxTail'
import { LookCard } from '@/components/staff/LookCard'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { caseRoute } from '../../caseRoute'
import { useLooks } from './useLooks'

const said = staffWords.looks.list

/** Who below me has looked at residents' clear text, and why. */
export default function LooksPage() {
  const me = useQuery(asked('people', 'me', {}))
  return (
    <Page>
      <StateView query={me}>{({ posts }) => <Looks posts={posts} />}</StateView>
    </Page>
  )
}

function Looks({ posts }: Pick<Me, 'posts'>) {
  // Whoever is no keeper is answered so by the function.
  const keeper = posts.filter(({ role }) => isKeeperRole(role))
  const places = (keeper.length > 0 ? keeper : posts).map(({ place }) => place)
  const [place, setPlace] = useState(places[0]?.id ?? 'none')
  const [post, setPost] = useState<string>()
  const looks = useLooks(place, post)
  usePullDownRefresh(() => void looks.query.refetch().finally(() => Taro.stopPullDownRefresh()))
  useReachBottom(looks.showMore)
  return (
    <>
      {places.length > 1 && (
        <Choices
          label={said.place}
          choices={places.map(({ id, names }) => ({ value: id, text: names[names.length - 1] ?? '' }))}
          chosen={[place]}
          onToggle={setPlace}
        />
      )}
      <Alerts alerts={looks.alerts} />
      {post && <BigButton onClick={() => setPost(undefined)}>{said.everybody}</BigButton>}
      <StateView
        query={looks.query}
        empty={{ when: () => looks.items.length === 0, title: said.empty, whatToDo: said.emptyHint }}
      >
        {() => <Lines looks={looks} onOnly={post ? undefined : setPost} />}
      </StateView>
    </>
  )
}

function Alerts({ alerts }: Pick<LookPage, 'alerts'>) {
  const today = dayOf(new Date())
  return (
    <>
      {alerts.map(({ id, name, openedAt }) => (
        <Notice key={id} tone="warning" title={said.alert(name)}>
          <View>{said.alertWhen(words.dates.instant(openedAt, today))}</View>
          <BigButton onClick={() => void Taro.navigateTo({ url: caseRoute({ kind: 'lookAlert', id }) })}>
            {said.openAlert}
          </BigButton>
        </Notice>
      ))}
    </>
  )
}

interface LinesProps {
  looks: ReturnType<typeof useLooks>
  onOnly: ((post: string) => void) | undefined
}

function Lines({ looks: { query, items, showMore }, onOnly }: LinesProps) {
  const today = dayOf(new Date())
  const end = query.hasNextPage ? 'more' : 'end'
  const notFetching = query.isFetchNextPageError ? 'failed' : end
  return (
    <>
      {items.map((look) => (
        <LookCard key={look.id} look={look} today={today} onOnly={onOnly && (() => onOnly(look.by.post))} />
      ))}
      <InboxTail
        state={query.isFetchingNextPage ? 'fetching' : notFetching}
        count={items.length}
        onMore={showMore}
      />
    </>
  )
}
