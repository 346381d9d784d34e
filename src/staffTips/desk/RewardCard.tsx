import { View } from '@tarojs/components'
import type { RewardAtDesk } from '@contract/rewards'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import type { CallError } from '@/services/api'
import { tipDeskWords as said } from '@/words/tipDesk'
import type { Desk } from './useDesk'

interface RewardCardProps extends Pick<Desk, 'give' | 'isGiven' | 'isGiving' | 'error'> {
  found: RewardAtDesk
}

/** What to hand over for the code that was looked up, or why nothing. */
export function RewardCard({ found, give, isGiven, isGiving, error }: RewardCardProps) {
  const reward = said.reward(found.item, found.pieces)
  if (isGiven) {
    return (
      <Notice tone="good" title={said.handedOver}>
        <View className="desk__reward">{reward}</View>
        <View>{said.confirmThere}</View>
      </Notice>
    )
  }
  if (found.state !== 'claimed') return <No {...said.notNow[found.state]} />
  return (
    <View className="card">
      <View className="desk__reward">{reward}</View>
      {found.inStock && <View>{said.ask}</View>}
      <DeskFailure error={error} />
      {found.inStock ? (
        <View className="desk__button">
          <BigButton tone="primary" busy={isGiving} onClick={give}>
            {said.handOver}
          </BigButton>
        </View>
      ) : (
        <No {...said.notInStock} />
      )}
    </View>
  )
}

function No({ title, whatToDo }: { title: string; whatToDo: string }) {
  return (
    <Notice tone="warning" title={title}>
      {whatToDo}
    </Notice>
  )
}

/** Why a code could not be looked up, or nothing be written down. */
export function DeskFailure({ error }: { error: CallError | null }) {
  if (error?.code === 'notFound') return <No {...said.noSuchCode} />
  if (error?.code !== 'tooOften') return <FailureNotice error={error} />
  const { title, whatToDo, later } = said.tooOften
  return <No title={title} whatToDo={error.retryAfter ? whatToDo(error.retryAfter) : later} />
}
