import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked, callErrorOf, useFreshWhenShown } from '@/services/queries'
import { takeToFollow } from '@/services/receiptInHand'
import { tipFollowWords } from '@/words/tip'
import { EnterReceipt } from './EnterReceipt'
import { Followed } from './Followed'

/** How it stands with a tip, for whoever has its receipt. The receipt never stands in the address. */
export default function Follow() {
  const [receipt, setReceipt] = useState(takeToFollow)
  const followed = useQuery({
    ...asked('letterbox', 'follow', { receipt: receipt ?? '' }),
    enabled: receipt !== null,
  })
  useFreshWhenShown({ ...followed, isStale: followed.isStale && receipt !== null })
  const isShown = followed.data !== undefined && followed.error?.error.code !== 'notFound'
  const open = (entered: string) => {
    if (entered === receipt) void followed.refetch()
    else setReceipt(entered)
  }
  if (receipt === null || (followed.error && !isShown)) {
    const error = followed.error && callErrorOf(followed.error)
    return <EnterReceipt first={receipt ?? ''} error={error} isAsking={followed.isFetching} onOpen={open} />
  }
  return (
    <Page>
      <StateView query={followed}>
        {(tip) => (
          <>
            <Followed receipt={receipt} tip={tip} today={dayOf(new Date())} />
            <BigButton onClick={() => setReceipt(null)}>{tipFollowWords.enter.another}</BigButton>
          </>
        )}
      </StateView>
    </Page>
  )
}
