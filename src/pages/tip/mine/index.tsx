import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import { inFours } from '@contract/receipts'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { Message } from '@/components/StateView'
import { Tap } from '@/components/Tap'
import { readDraft } from '@/services/drafts'
import { forgetAllTips, forgetTip, useMyTips, type KeptTip } from '@/services/myTips'
import { handToFollow } from '@/services/receiptInHand'
import { words } from '@/words'
import { tipWords } from '@/words/tip'
import './index.scss'

const said = tipWords.mine

const open = (page: string) => void Taro.navigateTo({ url: `/pages/tip/${page}/index` })

const hasDraft = (): boolean => readDraft('tip/new') !== undefined

/**
 * The receipts that this phone keeps, if its owner wants that, and whether something was begun and not sent;
 * all of it goes with one tap and leaves no trace.
 */
export default function MyTips() {
  const kept = useMyTips()
  const today = dayOf(new Date())
  const [isBegun, setBegun] = useState(hasDraft)
  useDidShow(() => setBegun(hasDraft()))
  const wipe = async () => {
    if (!(await isSure())) return
    forgetAllTips()
    setBegun(false)
  }
  return (
    <Page>
      {kept.length === 0 ? (
        <Message {...said.empty} />
      ) : (
        <View className="soft my-tips__explain">{said.explain}</View>
      )}
      {kept.map((one) => (
        <Kept key={one.receipt} kept={one} since={words.dates.shortDay(one.since, today)} />
      ))}
      <View className="my-tips__button">
        <BigButton tone={kept.length === 0 ? 'primary' : 'plain'} onClick={() => open('follow')}>
          {said.enter}
        </BigButton>
      </View>
      <View className="my-tips__button">
        <BigButton onClick={() => open('tell')}>{said.tell}</BigButton>
      </View>
      {isBegun && <View className="soft my-tips__explain">{said.begun}</View>}
      {(kept.length > 0 || isBegun) && (
        <View className="my-tips__button">
          <BigButton tone="danger" onClick={() => void wipe()}>
            {said.wipe}
          </BigButton>
        </View>
      )}
    </Page>
  )
}

function Kept({ kept: { receipt, kind }, since }: { kept: KeptTip; since: string }) {
  const follow = () => {
    handToFollow(receipt)
    open('follow')
  }
  const forget = async () => {
    if (await isSure()) forgetTip(receipt)
  }
  return (
    <View className="card">
      <View className="title">{kind}</View>
      <Text className="my-tips__receipt">{inFours(receipt)}</Text>
      <View className="soft">{said.since(since)}</View>
      <View className="my-tips__button">
        <BigButton tone="primary" label={`${said.open} ${inFours(receipt)}`} onClick={follow}>
          {said.open}
        </BigButton>
      </View>
      <Tap className="my-tips__forget" onTap={() => void forget()}>
        {said.forget}
      </Tap>
    </View>
  )
}

const isSure = async (): Promise<boolean> => {
  const { confirm } = await Taro.showModal({
    title: said.sure.title,
    content: said.sure.body,
    confirmText: words.app.remove,
    cancelText: words.app.cancel,
  })
  return confirm
}
