import { View } from '@tarojs/components'
import { useQueryClient } from '@tanstack/react-query'
import type { Day } from '@contract/calendar'
import type { RewardShown } from '@contract/letterbox'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { callErrorOf, useIsAwaited, useSend } from '@/services/queries'
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
  /** What the desk takes; null while there is nothing to be handed over. */
  deskCode: string | null
  today: Day
}

/** What it is worth, how far that has come, and the next step. Nothing where there is none. */
export function RewardCard({ receipt, reward, deskCode, today }: RewardCardProps) {
  const { state, pieces, item, place, desk, until } = reward
  if (state === 'none') return null
  const where = said.desk(place, desk)
  const last = until && <View className="soft">{said.until(words.dates.dayInFull(until, today))}</View>
  return (
    <View className={`card reward${deskCode === null ? '' : ' reward--held-out'}`}>
      <View className="title">{said.title}</View>
      <View>{state === 'expired' ? said.expired : said[state](pieces, item)}</View>
      {(state === 'due' || state === 'claimed') && (
        <>
          <View className="reward__where">{where}</View>
          {last}
        </>
      )}
      {state === 'due' && <Step receipt={receipt} step="claim" />}
      {deskCode !== null && <ForTheDesk code={deskCode} />}
      {state === 'handedOver' && <Step receipt={receipt} step="receive" />}
    </View>
  )
}

/** Nothing tells this phone that the desk has handed it over: whoever stands there asks. */
function ForTheDesk({ code }: { code: string }) {
  const client = useQueryClient()
  const isAsking = useIsAwaited('letterbox', 'follow')
  return (
    <>
      <QrPicture digits={code} label={said.code} />
      <ReceiptCode digits={code} />
      <BigButton busy={isAsking} onClick={() => void client.invalidateQueries()}>
        {said.given}
      </BigButton>
    </>
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
