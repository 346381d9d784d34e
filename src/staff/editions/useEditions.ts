import type { EditionHead, EditionKind, EditionPage } from '@contract/editions'
import { api } from '@/services/api'
import { usePages } from '@/services/queries'
import { featureOf } from './features'

/** Editions of one kind at a place: those that wait for a second officer, then the others, the newest first. */
export function useEditions(kind: EditionKind, place: string) {
  const feature = featureOf[kind]
  const { query, pages, showMore } = usePages<EditionPage, string>({
    key: [feature, 'editions', place],
    ask: (after) => api[feature].editions({ place, after: after ?? null }),
    next: (page) => page.next,
  })
  const heads: EditionHead[] | undefined = query.data && pages.flatMap(({ editions }) => editions)
  return {
    /** As StateView takes it. */
    query: { data: heads, error: query.error, refetch: query.refetch },
    hasMore: query.hasNextPage,
    isFetchingMore: query.isFetchingNextPage,
    showMore,
  }
}
