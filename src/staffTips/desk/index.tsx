import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { DESK_CODE_DIGITS, inFours } from '@contract/receipts'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { TextInput } from '@/components/TextInput'
import { canScan, scanCode } from '@/services/scanning'
import { tipDeskWords as said } from '@/words/tipDesk'
import { AtADesk } from '../AtADesk'
import { DeskFailure, RewardCard } from './RewardCard'
import { useDesk, type Desk } from './useDesk'
import './index.scss'

/** Where rewards are handed over: by the code that somebody shows, and nothing else. */
export default function DeskPage() {
  return (
    <Page>
      <AtADesk>{({ id, name }) => <AtDesk key={id} place={id} name={name} />}</AtADesk>
    </Page>
  )
}

const openStock = (place: string) => void Taro.navigateTo({ url: `/staffTips/stock/index?place=${place}` })

function AtDesk({ place, name }: { place: string; name: string }) {
  const desk = useDesk(place)
  const { found, next } = desk
  return (
    <>
      <View className="title desk__place">{name}</View>
      {found ? <RewardCard {...desk} found={found} /> : <Looking desk={desk} />}
      <View className="desk__button">
        {found ? (
          <BigButton tone={desk.isGiven ? 'primary' : 'plain'} onClick={next}>
            {said.next}
          </BigButton>
        ) : (
          <BigButton onClick={() => openStock(place)}>{said.toStock}</BigButton>
        )}
      </View>
    </>
  )
}

/** Groups of four, with what stands between them. */
const MOST = inFours('0'.repeat(DESK_CODE_DIGITS)).length

function Looking({ desk }: { desk: Desk }) {
  const { code, fault, change, look, isLooking, error } = desk
  return (
    <View className="card">
      <DeskFailure error={error} />
      {canScan && <Scan desk={desk} />}
      <Field label={said.code} hint={said.codeHint} fault={fault}>
        <TextInput
          label={said.code}
          value={inFours(code)}
          onChange={change}
          keyboard="phone"
          most={MOST}
          wrong={fault !== undefined}
        />
      </Field>
      <BigButton tone={canScan ? 'plain' : 'primary'} busy={isLooking} onClick={look}>
        {said.look}
      </BigButton>
    </View>
  )
}

function Scan({ desk: { lookUp, isLooking } }: { desk: Desk }) {
  const [hasFailed, setFailed] = useState(false)
  const scan = async () => {
    const scanned = await scanCode()
    setFailed(scanned === 'failed')
    if (typeof scanned === 'object') lookUp(scanned.text)
  }
  return (
    <View className="desk__scan">
      <BigButton tone="primary" busy={isLooking} onClick={() => void scan()}>
        {said.scan}
      </BigButton>
      {hasFailed && <Notice tone="warning" title={said.notScanned} />}
    </View>
  )
}
