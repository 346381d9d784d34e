import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { RewardShown } from '@contract/letterbox'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { tipFollowWords } from '@/words/tip'
import { QrPicture } from '../QrPicture'
import { ReceiptCode } from '../ReceiptCode'
import { Refused } from '../Refused'
import './RewardCard.scss'

const said = tipFollowWords.reward

interface RewardCardProps {
  receipt: string
  reward: RewardShown
  today: Day
}

/** What it is worth, how far that has come, and the next step. Nothing where there is none. */
export function RewardCard({ receipt, reward, today }: RewardCardProps) {
  const { state, pieces, item, place, desk, until } = reward
  if (state === 'none') return null
  const where = said.desk(place, desk)
  const last = until && <View className="soft">{said.until(words.dates.dayInFull(until, today))}</View>
  return (
    <View className="card reward">
      <View className="title">{said.title}</View>
      <View>{state === 'expired' ? said.expired : said[state](pieces, item)}</View>
      {(state === 'due' || state === 'claimed') && (
        <>
          <View className="reward__where">{where}</View>
          {last}
        </>
      )}
      {state === 'due' && <Step receipt={receipt} step="claim" />}
      {state === 'claimed' && (
        <>
          <QrPicture digits={receipt} />
          <ReceiptCode digits={receipt} />
        </>
      )}
      {state === 'handedOver' && <Step receipt={receipt} step="receive" />}
    </View>
  )
}

const notes = { claim: said.claimNote, receive: said.notReceived } as const

function Step({ receipt, step }: { receipt: string; step: 'claim' | 'receive' }) {
  const taking = useSend('rewards', step)
  const error = taking.error && callErrorOf(taking.error)
  const fault = error?.fields?.receipt
  return (
    <>
      {fault ? (
        <Notice tone="warning" title={words.faults[fault]} />
      ) : (
        <Refused error={error} sentences={{ tooOften: tipFollowWords.enter.tooOften }} />
      )}
      <View className="soft reward__note">{notes[step]}</View>
      <BigButton tone="primary" busy={taking.isPending} onClick={() => taking.mutate({ receipt })}>
        {said[step]}
      </BigButton>
    </>
  )
}
