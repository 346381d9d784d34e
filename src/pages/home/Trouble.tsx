import { View } from '@tarojs/components'
import type { UseQueryResult } from '@tanstack/react-query'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { SlowNote } from '@/components/SlowNote'
import { StaleNotice } from '@/components/StaleNotice'
import { callErrorOf } from '@/services/queries'
import { words } from '@/words'

/** Why the page is not as it should be: of an earlier time, where anything is known, else without what was asked for. */
export function Trouble({ queries }: { queries: readonly UseQueryResult[] }) {
  const failed = queries.find(({ error }) => error !== null)
  if (!failed) return <Waiting queries={queries} />
  const error = callErrorOf(failed.error)
  const since = Math.min(...queries.map(({ dataUpdatedAt }) => dataUpdatedAt))
  const retry = () => void Promise.all(queries.map(({ refetch }) => refetch()))
  return (
    <>
      {since > 0 ? <StaleNotice code={error.code} since={since} /> : <FailureNotice error={error} />}
      <View className="home__retry">
        <BigButton onClick={retry}>{words.app.retry}</BigButton>
      </View>
    </>
  )
}

/** What can be done without an answer is there already; nobody is to think that it is all. */
function Waiting({ queries }: { queries: readonly UseQueryResult[] }) {
  const waiting = queries.filter(({ isPending }) => isPending)
  if (waiting.length === 0) return null
  return (
    <View className="home__slow">
      <SlowNote isRetrying={waiting.some(({ failureCount }) => failureCount > 0)} />
    </View>
  )
}
