import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { answerOf, api } from '@/services/api'
import { useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import { CertificateCard } from './CertificateCard'

const said = words.keeping.certificates

/** What shows that data was deleted when it was promised; nothing in it is about anybody. */
export default function CertificatesPage() {
  const pages = useInfiniteQuery({
    queryKey: ['keeping', 'certificates'],
    queryFn: ({ pageParam }) => answerOf(api.keeping.certificates({ before: pageParam })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
  })
  useFreshWhenShown(pages)
  const more = () => {
    if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage()
  }
  useReachBottom(more)
  const today = dayOf(new Date())
  const all = pages.data?.pages.flatMap(({ certificates }) => certificates)
  return (
    <Page>
      <View className="soft certificate__explain">{said.explain}</View>
      <StateView
        query={{ data: all, error: pages.error, refetch: pages.refetch }}
        empty={{ when: (some) => some.length === 0, title: said.empty, whatToDo: said.emptyHint }}
      >
        {(some) => some.map((one) => <CertificateCard key={one.number} certificate={one} today={today} />)}
      </StateView>
      {pages.hasNextPage && (
        <BigButton busy={pages.isFetchingNextPage} onClick={more}>
          {said.more}
        </BigButton>
      )}
    </Page>
  )
}
