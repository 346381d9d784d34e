import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf } from '@contract/calendar'
import { Choices } from '@/components/Choices'
import { Notice } from '@/components/Notice'
import { forgetTip, keepTip, useMyTips } from '@/services/myTips'
import { tipWords } from '@/words/tip'
import './KeepOnPhone.scss'

const said = tipWords.receipt

const KEEP = 'keep'

interface KeepOnPhoneProps {
  receipt: string
  /** What the tip is about, as the list calls it. */
  kind: string
}

/** Off by itself: whoever shares a phone would be found out by those at home. */
export function KeepOnPhone({ receipt, kind }: KeepOnPhoneProps) {
  const isKept = useMyTips().some((one) => one.receipt === receipt)
  const [isFull, setFull] = useState(false)
  const toggle = () => {
    if (isKept) forgetTip(receipt)
    else setFull(!keepTip({ receipt, kind, since: dayOf(new Date()) }))
  }
  return (
    <View className="keep-on-phone">
      <Choices
        label={said.keep}
        several
        choices={[{ value: KEEP, text: said.keep }]}
        chosen={isKept ? [KEEP] : []}
        onToggle={toggle}
      />
      <View className="soft keep-on-phone__explain">{said.keepExplain}</View>
      {isFull && <Notice tone="warning" title={said.notKept} />}
    </View>
  )
}
