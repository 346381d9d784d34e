import { Text, View } from '@tarojs/components'
import type { Contact } from '@contract/cases'
import { words } from '@/words'
import { CallButton } from './CallButton'
import type { WhatNow } from './whatNow'
import './WhatNowCard.scss'

export interface WhatNowCardProps extends WhatNow {
  contact: Contact | null
}

/** What to do now, and whom to call. */
export function WhatNowCard({ tone, title, sentences, callNow, contact }: WhatNowCardProps) {
  return (
    <View className={`what-now what-now--${tone}`}>
      <Text className="what-now__eyebrow">{words.records.now.title}</Text>
      <Text className="what-now__title">{title}</Text>
      {sentences.map((sentence) => (
        <View key={sentence} className="what-now__sentence">
          {sentence}
        </View>
      ))}
      {contact && (
        <View className="what-now__call">
          <CallButton name={contact.name} phone={contact.phone} primary={callNow} />
        </View>
      )}
    </View>
  )
}
