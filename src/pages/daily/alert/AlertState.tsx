import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { OwnHealthAlert } from '@contract/healthAlerts'
import { endingLabels } from '@contract/labels'
import { CallButton } from '@/components/CallButton'
import { words } from '@/words'
import { healthAlertWords as said } from '@/words/household'

const AMBULANCE = '120'

/** How it stands, what to do and whom to call: what somebody unwell needs before all else. */
export function AlertState({ alert, today }: { alert: OwnHealthAlert; today: Day }) {
  const { status, name, ending, isEmergency, contact } = alert
  if (status === 'closed') {
    return (
      <View className="card">
        <Text className="title">{said.state.closed(name)}</Text>
        {ending && <View>{said.ended(endingLabels[ending])}</View>}
        <View className="soft">{said.endedWhat}</View>
      </View>
    )
  }
  return (
    <View className={`card alert alert--${isEmergency ? 'emergency' : status}`}>
      <Text className="title">{status === 'seen' ? said.state.seen(name) : said.state.waiting(name)}</Text>
      <View className="alert__seen">{seenText(alert, today)}</View>
      {isEmergency && (
        <>
          <View className="alert__emergency">{said.emergency}</View>
          <View className="alert__call">
            <CallButton name={said.ambulance} phone={AMBULANCE} primary />
          </View>
        </>
      )}
      {said.todo.map((sentence) => (
        <View key={sentence} className="alert__todo">
          {sentence}
        </View>
      ))}
      {contact && <CallButton name={contact.name} phone={contact.phone} primary={!isEmergency} />}
    </View>
  )
}

function seenText({ seen, status }: OwnHealthAlert, today: Day): string {
  if (seen) return said.seenBy(seen.name, words.dates.instant(seen.at, today))
  return status === 'escalated' ? said.escalated : said.notSeen
}
