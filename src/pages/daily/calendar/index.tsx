import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { Household } from '@contract/households'
import { DayReports } from '@/components/DayReports'
import { Page } from '@/components/Page'
import { ReportCalendar } from '@/components/ReportCalendar'
import { StateView } from '@/components/StateView'
import { reportsWords } from '@/words/reports'
import { useHousehold } from '../useHousehold'

/** `?id=` of one of one's own households; without it the first. */
export default function CalendarPage() {
  const shown = useHousehold(useRouter().params.id)
  return (
    <Page>
      <StateView query={shown}>{(household) => <Shown household={household} />}</StateView>
    </Page>
  )
}

function Shown({ household: { days, members, openedAt } }: { household: Household }) {
  const today = dayOf(new Date())
  const [chosen, setChosen] = useState(today)
  const reported = { days, people: members, openedOn: dayOf(openedAt) }
  return (
    <>
      <View className="card">
        <View className="title">{reportsWords.calendar.title}</View>
        <ReportCalendar household={reported} chosen={chosen} today={today} onChoose={setChosen} />
      </View>
      <DayReports
        household={reported}
        names={Object.fromEntries(members.map(({ id, name }) => [id, name]))}
        day={chosen}
        today={today}
      />
    </>
  )
}
