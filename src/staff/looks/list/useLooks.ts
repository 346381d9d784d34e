import { useInfiniteQuery } from '@tanstack/react-query'
import type { LookCursor } from '@contract/looks'
import { answerOf, api } from '@/services/api'
import { useFreshWhenShown } from '@/services/queries'

/** Who looked at a place and below it, page after page; `post` narrows it to one person. */
export function useLooks(place: string | undefined, post: string | undefined) {
  const query = useInfiniteQuery({
    queryKey: ['looks', 'pages', place, post],
    queryFn: ({ pageParam }) => answerOf(api.looks.list({ place: place ?? '', post, after: pageParam })),
    initialPageParam: undefined as LookCursor | undefined,
    getNextPageParam: ({ next }) => next,
    enabled: place !== undefined,
  })
  useFreshWhenShown(query)
  const pages = query.data?.pages ?? []
  return {
    query,
    items: pages.flatMap(({ items }) => items),
    alerts: pages[0]?.alerts ?? [],
    showMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}
