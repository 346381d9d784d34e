import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { Message } from '@/components/StateView'
import { dropDraft } from '@/services/drafts'
import { useMyTips } from '@/services/myTips'
import { takeFresh, type FreshReceipt } from '@/services/receiptInHand'
import { tipWords } from '@/words/tip'
import { KeepOnPhone } from '../KeepOnPhone'
import { QrPicture } from '../QrPicture'
import { ReceiptCode } from '../ReceiptCode'
import { DRAFT } from '../tell/form'
import { TakeAlong } from './TakeAlong'
import { useLeaving } from './useLeaving'
import './index.scss'

const said = tipWords.receipt

/** The receipt of what has just been told; shown this once. */
export default function Receipt() {
  const [fresh] = useState(takeFresh)
  return fresh ? <Fresh fresh={fresh} /> : <Gone />
}

function Fresh({ fresh }: { fresh: FreshReceipt }) {
  const { receipt, kind } = fresh
  const isKept = useMyTips().some((one) => one.receipt === receipt)
  const leave = useLeaving(isKept)
  // From now on nothing on this phone tells what was sent.
  useEffect(() => dropDraft(DRAFT), [])
  return (
    <Page
      footer={
        <BigButton tone="primary" onClick={leave}>
          {said.done}
        </BigButton>
      }
    >
      <View className="card">
        <View className="title">{said.title}</View>
        <ReceiptCode digits={receipt} />
        <View className="receipt__only">{said.once}</View>
        <View>{said.only}</View>
        <TakeAlong receipt={receipt} />
        <QrPicture digits={receipt} label={said.picture} />
      </View>
      <View className="card">
        <KeepOnPhone receipt={receipt} kind={kind} />
      </View>
      <Next fresh={fresh} />
    </Page>
  )
}

const rewardSentence = ({ noReward, reward: { pieces, item } }: FreshReceipt): string | null => {
  if (pieces === 0) return null
  return noReward ? said.next.noReward[noReward] : said.next.reward(pieces, item)
}

function Next({ fresh }: { fresh: FreshReceipt }) {
  const steps = [said.next.sent, said.next.look, rewardSentence(fresh)].filter((step) => step !== null)
  return (
    <View className="card">
      <View className="title">{said.next.title}</View>
      {steps.map((step, index) => (
        <View key={step} className="receipt__step">
          <Text className="receipt__number">{index + 1}</Text>
          <Text>{step}</Text>
        </View>
      ))}
    </View>
  )
}

function Gone() {
  const follow = () => void Taro.redirectTo({ url: '/pages/tip/follow/index' })
  return (
    <Page>
      <Message {...said.gone} action={<BigButton onClick={follow}>{said.gone.follow}</BigButton>} />
    </Page>
  )
}
