import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { AlertReport } from '@contract/healthAlerts'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { enteredText, feelingsText, temperatureText } from '../reportSentences'
import './AlertCourse.scss'

const said = staffWords.healthAlert

/** The reports of an episode, the newest first: how the temperature went, and what else was said. */
export function AlertCourse({ reports, today }: { reports: readonly AlertReport[]; today: Day }) {
  return (
    <View className="card">
      <View className="title">{said.course}</View>
      {reports.map((report) => (
        <View key={report.at} className="alert-course__one">
          <View className="alert-course__top">
            <Text
              className={`alert-course__degrees${report.concerns.includes('fever') ? ' alert-course__degrees--fever' : ''}`}
            >
              {temperatureText(report.temperature)}
            </Text>
            <Text className="soft">{words.dates.shortDay(report.on, today)}</Text>
          </View>
          {report.symptoms.length + report.contacts.length > 0 && <View>{feelingsText(report)}</View>}
          {report.test && <View>{said.test(words.registration.testResult[report.test])}</View>}
          <View className="soft">{enteredText(report, report.on, today)}</View>
        </View>
      ))}
    </View>
  )
}
