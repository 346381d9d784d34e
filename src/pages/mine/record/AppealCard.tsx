import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { appealableUntil, type OwnRegistration } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { ReasonSheet } from '@/components/ReasonSheet'
import { words } from '@/words'
import { useSpoken } from './useSpoken'
import './AppealCard.scss'

const said = words.decisions.own

/** The person does not agree with what was decided: until when they can say so, and where. */
export function AppealCard({ registration, today }: { registration: OwnRegistration; today: Day }) {
  const { timeline } = registration
  const [isOpen, setOpen] = useState(false)
  const appeal = useSpoken('appeal', registration, said.sent)
  const until = appealableUntil(timeline, ({ actor }) => actor === 'owner')
  if (appeal.isOnItsWay) return <Notice tone="warning" title={words.waiting.kept.appeal} />
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      {until && (
        <View className="soft appeal-card__until">{said.until(words.dates.dayInFull(until, today))}</View>
      )}
      <View className="appeal-card__begin">
        <BigButton onClick={() => setOpen(true)}>{said.begin}</BigButton>
      </View>
      <ReasonSheet
        key={appeal.submission}
        title={said.begin}
        explain={said.explain}
        label={said.label}
        presets={said.presets}
        confirm={said.send}
        open={isOpen}
        busy={appeal.isSending}
        error={appeal.error}
        suggested={appeal.notTaken}
        onSend={(reason) => appeal.send(reason, () => setOpen(false))}
        onClose={() => setOpen(false)}
      />
    </View>
  )
}
