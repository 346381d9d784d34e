import Taro from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { InboxItem } from '@contract/inbox'
import type { Post } from '@contract/people'
import { InboxLine } from '@/components/staff/InboxLine'
import { InboxTail } from '@/components/staff/InboxTail'
import { caseRoute } from '../caseRoute'
import { dueOf } from '../due'
import { labelOf, placeBelow, textOf } from './lineOf'
import type { useInbox } from './useInbox'

const openCase = (item: InboxItem) => void Taro.navigateTo({ url: caseRoute(item) })

/** The lines of the inbox, and how the list goes on. */
export function Lines({ inbox, posts }: { inbox: ReturnType<typeof useInbox>; posts: readonly Post[] }) {
  const { query, items, hasMore } = inbox
  const now = new Date()
  const today = dayOf(now)
  // With several places of one's own, every name matters.
  const common = posts.length === 1 ? (posts[0]?.place.names ?? []) : []
  const end = hasMore ? 'more' : 'end'
  const notFetching = query.isFetchNextPageError ? 'failed' : end
  return (
    <>
      {items.map((item) => (
        <InboxLine
          key={item.id}
          label={labelOf(item)}
          display={item.display}
          kind={item.kind}
          status={item.status}
          urgent={item.urgency === 1}
          place={placeBelow(item.place.names, common)}
          {...textOf(item, today)}
          due={dueOf(item.todo, now)}
          assignee={item.todo.assignee?.name ?? null}
          onOpen={() => openCase(item)}
        />
      ))}
      <InboxTail
        state={query.isFetchingNextPage ? 'fetching' : notFetching}
        count={items.length}
        onMore={() => void query.fetchNextPage()}
      />
    </>
  )
}
