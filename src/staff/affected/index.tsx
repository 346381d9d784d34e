import { View } from '@tarojs/components'
import Taro, { useReachBottom, useRouter } from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { Affected, AffectedPage } from '@contract/reassessment'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { AffectedCard } from '@/components/staff/AffectedCard'
import { InboxTail } from '@/components/staff/InboxTail'
import { api } from '@/services/api'
import { usePages } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { caseRoute } from '../caseRoute'

const said = staffWords.editions.affected

/** Whom `?edition=` of `?place=` changes in `?community=`, which is called `?name=`. */
export default function AffectedPeoplePage() {
  const { place = '', edition = '', community = '', name = '' } = useRouter().params
  const { query, pages, showMore } = usePages<AffectedPage, string>({
    key: ['reassessment', 'affected', place, edition, community],
    ask: (after) => api.reassessment.affected({ place, edition, community, after: after ?? null }),
    next: (page) => page.next,
  })
  useReachBottom(showMore)
  const all = query.data && pages.flatMap(({ affected }) => affected)
  const end = query.hasNextPage ? 'more' : 'end'
  return (
    <Page>
      <View className="card title">{said.title(decodeURIComponent(name))}</View>
      <StateView
        query={{ data: all, error: query.error, refetch: query.refetch }}
        empty={{ when: (some) => some.length === 0, title: said.empty, whatToDo: said.emptyHint }}
      >
        {(some) => (
          <>
            <Lines affected={some} />
            <InboxTail
              state={query.isFetchingNextPage ? 'fetching' : end}
              count={some.length}
              onMore={showMore}
            />
          </>
        )}
      </StateView>
    </Page>
  )
}

function Lines({ affected }: { affected: readonly Affected[] }) {
  const today = dayOf(new Date())
  return (
    <>
      {affected.map((one) => (
        <AffectedCard
          key={one.case}
          affected={one}
          today={today}
          onOpen={() => void Taro.navigateTo({ url: caseRoute({ kind: 'returnee', id: one.case }) })}
        />
      ))}
    </>
  )
}
