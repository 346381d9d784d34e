import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Stock } from '@contract/rewards'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { tipDeskWords as said } from '@/words/tipDesk'
import { AtADesk } from '../AtADesk'
import { LedgerLines } from './LedgerLines'
import { RestockSheet } from './RestockSheet'
import { useStock } from './useStock'
import './index.scss'

/** What the community `?place=` has of its rewards, and where they went; without it, that of one's own. */
export default function StockPage() {
  const { place } = useRouter().params
  return (
    <Page>
      {place ? <StockOf place={place} /> : <AtADesk>{({ id }) => <StockOf key={id} place={id} />}</AtADesk>}
    </Page>
  )
}

function StockOf({ place }: { place: string }) {
  const { query, hasMore, isFetchingMore, showMore } = useStock(place)
  return (
    <StateView query={query}>
      {(stock) => (
        <>
          <Head stock={stock} />
          <Ledger stock={stock} />
          {hasMore && (
            <BigButton busy={isFetchingMore} onClick={showMore}>
              {said.earlier}
            </BigButton>
          )}
        </>
      )}
    </StateView>
  )
}

function Head({ stock }: { stock: Stock }) {
  const [isOpen, setOpen] = useState(false)
  const { place, item, pieces } = stock
  return (
    <View className="card">
      <View className="title">{place.names[place.names.length - 1]}</View>
      <View>{said.left}</View>
      <View className="stock__pieces">{said.reward(item, pieces)}</View>
      <BigButton onClick={() => setOpen(true)}>{said.restock}</BigButton>
      {isOpen && <RestockSheet stock={stock} onClose={() => setOpen(false)} />}
    </View>
  )
}

function Ledger({ stock: { lines } }: { stock: Stock }) {
  const unconfirmed = lines.filter(({ received }) => received === false).length
  if (lines.length === 0) {
    return (
      <Notice tone="calm" title={said.noLines}>
        {said.noLinesHint}
      </Notice>
    )
  }
  return (
    <>
      {unconfirmed > 0 && <Notice tone="warning" title={said.unconfirmed(unconfirmed)} />}
      <View className="card">
        <View className="title">{said.ledger}</View>
        <LedgerLines lines={lines} />
      </View>
    </>
  )
}
