import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { messagesWords as said } from '@/words/messages'
import { BigButton } from './BigButton'
import { Notice } from './Notice'

export interface MessagesLeftProps {
  /** How many messages may still come. */
  left: number
  /** Where to look instead. */
  instead: string
  /** Asks for one more, inside the tap; whether it was allowed. */
  onAsk: () => Promise<boolean>
}

/** How many messages WeChat may still send of something, and a button for one more. */
export function MessagesLeft({ left, instead, onAsk }: MessagesLeftProps) {
  const [isRefused, setRefused] = useState(false)
  const ask = () =>
    void onAsk().then((isAllowed) => {
      setRefused(!isAllowed)
      if (isAllowed) void Taro.showToast({ title: said.allowed, icon: 'none' })
    })
  return (
    <>
      <View>{left > 0 ? said.left(left) : `${said.none}。${instead}`}</View>
      <View className="soft">{said.explain}</View>
      {isRefused && (
        <Notice tone="warning" title={said.refused}>
          {`${instead}${said.settings}`}
        </Notice>
      )}
      <BigButton onClick={ask}>{said.more}</BigButton>
    </>
  )
}
