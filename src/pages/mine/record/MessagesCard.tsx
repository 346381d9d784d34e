import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { isOver } from '@contract/outcome'
import type { OwnRegistration } from '@contract/returnee'
import { MessagesLeft } from '@/components/MessagesLeft'
import { toldOf } from '@/services/consents'
import { askForOneMore, useMessagesLeft } from '@/services/subscriptions'
import { messagesWords as said } from '@/words/messages'

/** Whether the resident will be told of what the community does next; nothing where nothing more will happen. */
export function MessagesCard({ registration, today }: { registration: OwnRegistration; today: Day }) {
  const { id, status, timeline, outcome } = registration
  const left = useMessagesLeft('caseProgress', toldOf(id, timeline))
  const isClosed = status === 'withdrawn' || status === 'rejected' || (outcome && isOver(outcome, today))
  if (isClosed) return null
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <MessagesLeft left={left} instead={said.instead.progress} onAsk={() => askForOneMore('caseProgress')} />
    </View>
  )
}
