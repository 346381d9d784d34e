import { View } from '@tarojs/components'
import { symptomLabels } from '@contract/labels'
import type { ReportingRules } from '@contract/reportingRules'
import { BigButton } from '@/components/BigButton'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

const said = staffWords.policy.reporting

interface ReportingCardProps {
  reporting: ReportingRules
  /** Opens it to be changed; only read where there is none. */
  onOpen?: () => void
}

const listed = (texts: readonly string[]): string => texts.join(words.app.list) || said.none

/** What households are asked every day, and which answers cannot wait. */
export function ReportingCard({ reporting, onOpen }: ReportingCardProps) {
  const { feverFrom, symptoms, contactAlarms, telephones } = reporting
  const named = (alarms: boolean) =>
    listed(symptoms.flatMap(({ symptom, alarming }) => (alarming === alarms ? symptomLabels[symptom] : [])))
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <View>{said.fever(feverFrom.toFixed(1))}</View>
      <View>{said.alarming(named(true))}</View>
      <View className="soft">{said.asked(named(false))}</View>
      <View>{contactAlarms ? said.contact : said.noContact}</View>
      {telephones.map(({ name, phone }) => (
        <View key={phone}>{said.telephone(name, phone)}</View>
      ))}
      {onOpen && <BigButton onClick={onOpen}>{said.edit}</BigButton>}
    </View>
  )
}
