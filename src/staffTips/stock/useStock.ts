import Taro, { usePullDownRefresh } from '@tarojs/taro'
import type { Stock } from '@contract/rewards'
import { api } from '@/services/api'
import { usePages } from '@/services/queries'

/** The stock of a community with its ledger, the latest lines first and more of them page after page. */
export function useStock(place: string) {
  const { query, pages, showMore } = usePages<Stock, string>({
    key: ['rewards', 'stock', place],
    ask: (before) => api.rewards.stock({ place, before: before ?? null }),
    next: ({ before }) => before,
  })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const [first] = pages
  const stock: Stock | undefined = first && { ...first, lines: pages.flatMap(({ lines }) => lines) }
  return {
    /** As StateView takes it. */
    query: { data: stock, error: query.error, refetch: query.refetch },
    hasMore: query.hasNextPage,
    isFetchingMore: query.isFetchingNextPage,
    showMore,
  }
}
