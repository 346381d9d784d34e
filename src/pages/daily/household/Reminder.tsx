import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { remindHours, type Household } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { FailureNotice } from '@/components/FailureNotice'
import { MessagesLeft } from '@/components/MessagesLeft'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { remindersOf } from '@/services/consents'
import { callErrorOf, useSend } from '@/services/queries'
import { askForOneMore, askToNotify, useMessagesLeft } from '@/services/subscriptions'
import { householdWords } from '@/words/household'
import { messagesWords } from '@/words/messages'

const said = householdWords.remind

const NEVER = 'never'

const hours = Array.from(
  { length: remindHours.to - remindHours.from + 1 },
  (_, past) => remindHours.from + past,
)

const choices = [
  ...hours.map((hour) => ({ value: String(hour), text: said.hour(hour) })),
  { value: NEVER, text: said.never },
]

/** At which hour the family is reminded where it has not reported. */
export function Reminder({ household }: { household: Household }) {
  const { id, remindHour } = household
  const [isOpen, setOpen] = useState(false)
  const reminding = useSend('households', 'remind')
  const left = useMessagesLeft('dailyReminder', remindersOf(household, new Date()))
  const choose = (chosen: string) => {
    const hour = chosen === NEVER ? null : Number(chosen)
    // WeChat asks only inside a tap, before anything is waited for.
    if (hour !== null) askToNotify(['dailyReminder'])
    const arrived = () => {
      setOpen(false)
      void Taro.showToast({ title: said.done, icon: 'success' })
    }
    reminding.mutate({ household: id, hour }, { onSuccess: arrived })
  }
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <View>{remindHour === null ? said.never : said.atHour(remindHour)}</View>
      <View className="soft household__lead">{said.explain}</View>
      {remindHour !== null && (
        <View className="household__button">
          <MessagesLeft
            left={left}
            instead={messagesWords.instead.reminder}
            onAsk={() => askForOneMore('dailyReminder')}
          />
        </View>
      )}
      <BigButton onClick={() => setOpen(true)}>{said.choose}</BigButton>
      <Sheet title={said.choose} open={isOpen} onClose={() => setOpen(false)}>
        <SheetBody>
          <FailureNotice error={reminding.error && callErrorOf(reminding.error)} />
          <Choices
            label={said.choose}
            choices={choices}
            chosen={[remindHour === null ? NEVER : String(remindHour)]}
            onToggle={choose}
          />
        </SheetBody>
      </Sheet>
    </View>
  )
}
