import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { CertificatePage } from '@contract/keeping'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { api } from '@/services/api'
import { usePages } from '@/services/queries'
import { words } from '@/words'
import { CertificateCard } from './CertificateCard'

const said = words.keeping.certificates

/** What shows that data was deleted when it was promised; nothing in it is about anybody. */
export default function CertificatesPage() {
  const { query, pages, showMore } = usePages<CertificatePage, number>({
    key: ['keeping', 'certificates'],
    ask: (before) => api.keeping.certificates({ before }),
    next: (page) => page.next,
  })
  useReachBottom(showMore)
  const today = dayOf(new Date())
  const all = query.data && pages.flatMap(({ certificates }) => certificates)
  return (
    <Page>
      <View className="soft certificate__explain">{said.explain}</View>
      <StateView
        query={{ data: all, error: query.error, refetch: query.refetch }}
        empty={{ when: (some) => some.length === 0, title: said.empty, whatToDo: said.emptyHint }}
      >
        {(some) => some.map((one) => <CertificateCard key={one.number} certificate={one} today={today} />)}
      </StateView>
      {query.hasNextPage && (
        <BigButton busy={query.isFetchingNextPage} onClick={showMore}>
          {said.more}
        </BigButton>
      )}
    </Page>
  )
}
