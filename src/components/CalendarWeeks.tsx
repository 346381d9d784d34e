import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { outcomeWords } from '@/words/outcome'
import { monthsOf } from './dayGrid'
import './CalendarWeeks.scss'

export interface CalendarWeeksProps<Square extends { day: Day }> {
  /** Monday to Sunday. */
  weeks: Square[][]
  children: (square: Square) => ReactNode
}

/** Weeks below each other, with their months and weekdays on top. */
export function CalendarWeeks<Square extends { day: Day }>({ weeks, children }: CalendarWeeksProps<Square>) {
  return (
    <>
      <Text className="calendar-weeks__months">{monthsOf(weeks)}</Text>
      <View className="calendar-weeks__week" aria-hidden>
        {outcomeWords.calendar.weekdays.map((weekday) => (
          <Text key={weekday} className="calendar-weeks__weekday">
            {weekday}
          </Text>
        ))}
      </View>
      {weeks.map((week) => (
        <View key={week[0]?.day} className="calendar-weeks__week">
          {week.map(children)}
        </View>
      ))}
    </>
  )
}
