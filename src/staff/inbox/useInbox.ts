import type { InboxCursor, InboxPage } from '@contract/inbox'
import { api } from '@/services/api'
import { usePages } from '@/services/queries'
import { inputOf, isFiltered, mayContinue, shownOf, type InboxFilters } from './filters'

/** The inbox, page after page. What was shown stays until the new answer is there. */
export function useInbox(filters: InboxFilters) {
  const { query, pages, showMore } = usePages<InboxPage, InboxCursor>({
    key: ['inbox', 'pages', inputOf(filters)],
    ask: (after) => api.inbox.list(inputOf(filters, after)),
    next: (page) => page.next,
    keep: true,
    copyOf: isFiltered(filters) ? undefined : 'inbox.list',
  })
  const now = new Date().toISOString()
  const hasMore = query.hasNextPage && mayContinue(pages, filters.overdueOnly, now)
  return {
    query,
    items: shownOf(pages, filters.overdueOnly, now),
    counts: pages[0]?.counts ?? undefined,
    hasMore,
    showMore: () => {
      if (hasMore) showMore()
    },
  }
}
