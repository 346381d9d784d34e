import { View } from '@tarojs/components'
import type { HealthAlertRevealed } from '@contract/healthAlerts'
import { Notice } from '@/components/Notice'
import { LabelledLine } from '@/components/staff/LabelledLine'
import { staffWords } from '@/words/staff'

const said = staffWords.healthAlert.revealed

/** Who it is and where they are, in clear text. */
export function Clear({ revealed }: { revealed: HealthAlertRevealed }) {
  const { name, phone, door, document, notes } = revealed
  return (
    <>
      <Notice tone="calm" title={staffWords.case.revealedTitle}>
        {staffWords.case.revealed}
      </Notice>
      <View className="card">
        <LabelledLine label={said.name} text={name} />
        <LabelledLine label={said.phone} text={phone || said.none} />
        <LabelledLine label={said.door} text={door} />
        <LabelledLine label={said.document} text={document || said.none} />
        {notes.map((note) => (
          <LabelledLine key={note} label={said.notes} text={note} />
        ))}
      </View>
    </>
  )
}
