import type { LookCursor, LookPage } from '@contract/looks'
import { api } from '@/services/api'
import { usePages } from '@/services/queries'

/** Who looked at a place and below it, page after page; `post` narrows it to one person. */
export function useLooks(place: string | undefined, post: string | undefined) {
  const { query, pages, showMore } = usePages<LookPage, LookCursor>({
    key: ['looks', 'pages', place, post],
    ask: (after) => api.looks.list({ place: place ?? '', post, after }),
    next: (page) => page.next,
    enabled: place !== undefined,
  })
  return {
    query,
    items: pages.flatMap(({ items }) => items),
    alerts: pages[0]?.alerts ?? [],
    showMore,
  }
}
