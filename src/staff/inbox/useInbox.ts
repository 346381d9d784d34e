import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { InboxCursor } from '@contract/inbox'
import { answerOf, api } from '@/services/api'
import { useFreshWhenShown } from '@/services/queries'
import { inputOf, mayContinue, shownOf, type InboxFilters } from './filters'

/** The inbox, page after page. What was shown stays until the new answer is there. */
export function useInbox(filters: InboxFilters) {
  const query = useInfiniteQuery({
    queryKey: ['inbox', 'pages', inputOf(filters)],
    queryFn: ({ pageParam }) => answerOf(api.inbox.list(inputOf(filters, pageParam))),
    initialPageParam: undefined as InboxCursor | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  useFreshWhenShown(query)
  const pages = query.data?.pages ?? []
  const now = new Date().toISOString()
  const hasMore = query.hasNextPage && mayContinue(pages, filters.overdueOnly, now)
  return {
    query,
    items: shownOf(pages, filters.overdueOnly, now),
    // Every page counts anew; the last one that came is the latest.
    counts: pages.at(-1)?.counts,
    hasMore,
    showMore: () => {
      if (hasMore && !query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}
