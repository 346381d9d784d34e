import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { ReportedPerson } from '@contract/selfReport'
import { words } from '@/words'
import { reportsWords as said } from '@/words/reports'
import { missingOn, reportedOn, type ReportedHousehold } from './reportGrid'
import { enteredText, feelingsText, temperatureText } from './reportSentences'
import { Tag } from './Tag'
import './DayReports.scss'

export interface DayReportsProps {
  household: ReportedHousehold
  /** By which name each person is shown. */
  names: Readonly<Record<string, string>>
  day: Day
  today: Day
}

/** What was reported of everybody on one day, and who entered it. */
export function DayReports({ household, names, day, today }: DayReportsProps) {
  const reported = reportedOn(household, day)
  const missing = missingOn(household, day, today)
  return (
    <View className="card">
      <View className="title">{words.dates.dayInFull(day, today)}</View>
      {reported.map((report) => (
        <PersonOfDay
          key={report.person}
          name={names[report.person] ?? ''}
          report={report}
          day={day}
          today={today}
        />
      ))}
      {missing.map((person) => (
        <View key={person} className="day-reports__person">
          <Text className="day-reports__name">{names[person] ?? ''}</Text>
          <Text className="soft">{said.calendar.nobody}</Text>
        </View>
      ))}
      {reported.length + missing.length === 0 && <View className="soft">{said.calendar.none}</View>}
    </View>
  )
}

interface PersonOfDayProps {
  name: string
  report: ReportedPerson
  day: Day
  today: Day
}

function PersonOfDay({ name, report, day, today }: PersonOfDayProps) {
  return (
    <View className="day-reports__person">
      <View className="day-reports__head">
        <Text className="day-reports__name">{name}</Text>
        <Text>{temperatureText(report.temperature)}</Text>
      </View>
      <View>{feelingsText(report)}</View>
      <View>
        {report.concerns.map((concern) => (
          <Tag key={concern} tone="danger" text={said.concern[concern]} />
        ))}
      </View>
      <View className="soft">{enteredText(report, day, today)}</View>
    </View>
  )
}
