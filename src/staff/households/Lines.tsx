import Taro, { useReachBottom } from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { Me } from '@contract/people'
import type { householdLists, HouseholdCursor, HouseholdLine, HouseholdPage } from '@contract/selfReport'
import { StateView } from '@/components/StateView'
import { HouseholdCard } from '@/components/staff/HouseholdCard'
import { InboxTail } from '@/components/staff/InboxTail'
import { api } from '@/services/api'
import { usePages } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { isMine } from '../calling/isMine'
import type { CallDesk } from '../calling/useCalling'

const said = staffWords.households

interface LinesProps {
  place: string
  show: (typeof householdLists)[number]
  me: Me | undefined
  /** null for those who only read. */
  calling: CallDesk | null
}

/** The households of one list, page after page: each to be opened, or called. */
export function Lines({ place, show, me, calling }: LinesProps) {
  const { query, pages, showMore } = usePages<HouseholdPage, HouseholdCursor>({
    key: ['selfReport', 'pages', place, show],
    ask: (after) => api.selfReport.list({ place, show, after }),
    next: (page) => page.next,
  })
  useReachBottom(showMore)
  const lines = pages.reduce<HouseholdLine[]>((all, { items }) => [...all, ...items], [])
  const end = query.hasNextPage ? 'more' : 'end'
  const notFetching = query.isFetchNextPageError ? 'failed' : end
  return (
    <StateView query={query} empty={{ when: () => lines.length === 0, title: said.empty[show] }}>
      {() => (
        <>
          {lines.map((line) => (
            <HouseholdCard
              key={line.id}
              line={line}
              today={dayOf(new Date())}
              isMine={isMine(me)}
              onOpen={() => openHousehold(line.id)}
              onCall={calling && (() => calling.call({ household: line.id, reason: reasonOf(show) }))}
              onTell={calling && ((call) => calling.tellOf(line.id, call))}
            />
          ))}
          <InboxTail
            state={query.isFetchingNextPage ? 'fetching' : notFetching}
            count={lines.length}
            onMore={showMore}
          />
        </>
      )}
    </StateView>
  )
}

const reasonOf = (show: LinesProps['show']) => (show === 'notReported' ? 'notReported' : 'other')

const openHousehold = (id: string) => void Taro.navigateTo({ url: `/staff/household/index?household=${id}` })
