import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { isCaseRole } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { FilterSheet } from '@/components/staff/FilterSheet'
import { InboxTiles } from '@/components/staff/InboxTiles'
import { PostHeader } from '@/components/staff/PostHeader'
import { SearchRow } from '@/components/staff/SearchRow'
import { asked, callErrorOf } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { filterCount, isFiltered, tileOf, withTile } from './filters'
import { Lines } from './Lines'
import { Places } from './Places'
import { useFilters } from './useFilters'
import { useInbox } from './useInbox'
import './index.scss'

const said = staffWords.inbox

/** What must be done at my places: what cannot wait first, then the longest overdue. */
export default function InboxPage() {
  const me = useQuery(asked('people', 'me', {}))
  const looking = useFilters()
  const inbox = useInbox(looking.filters)
  const { query, items } = inbox
  const posts = me.data?.posts ?? []

  usePullDownRefresh(() => {
    void Promise.all([me.refetch(), query.refetch()]).finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(inbox.showMore)

  const isStaff = callErrorOf(query.error).code !== 'notAllowed'
  const emptied = isFiltered(looking.filters)
    ? {
        title: said.emptyFiltered,
        whatToDo: said.emptyFilteredHint,
        action: <BigButton onClick={looking.clear}>{said.clear}</BigButton>,
      }
    : { title: said.empty, whatToDo: said.emptyHint }
  return (
    <Page>
      {me.data?.name && <PostHeader name={me.data.name} posts={posts} />}
      {isStaff && <Controls looking={looking} inbox={inbox} places={posts.map(({ place }) => place)} />}
      {posts.some(({ role }) => isCaseRole(role)) && (
        <View className="inbox__find">
          <BigButton onClick={openFind}>{staffWords.looks.find.button}</BigButton>
        </View>
      )}
      <StateView query={query} empty={{ when: () => items.length === 0 && !inbox.hasMore, ...emptied }}>
        {() => <Lines inbox={inbox} posts={posts} />}
      </StateView>
    </Page>
  )
}

const openFind = () => void Taro.navigateTo({ url: '/staff/looks/find/index' })

interface ControlsProps {
  looking: ReturnType<typeof useFilters>
  inbox: Pick<ReturnType<typeof useInbox>, 'counts'>
  places: Parameters<typeof Places>[0]['tops']
}

/** What is shown can be chosen by a count, by a name, and by the filters in the sheet. */
function Controls({ looking, inbox: { counts }, places }: ControlsProps) {
  const [isOpen, setOpen] = useState(false)
  const { filters, change } = looking
  return (
    <>
      <InboxTiles
        counts={counts && { ...counts, waiting: counts.waitingForResident }}
        chosen={tileOf(filters)}
        onChoose={(tile) => change(withTile(filters, tile))}
      />
      <SearchRow
        text={looking.text}
        onText={looking.setText}
        filters={filterCount(filters)}
        onFilter={() => setOpen(true)}
      />
      <FilterSheet
        filters={filters}
        onChange={change}
        places={<Places tops={places} chosen={looking.path} onChange={looking.setPath} />}
        open={isOpen}
        onClear={looking.clear}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
