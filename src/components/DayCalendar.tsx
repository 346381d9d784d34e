import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { Outcome } from '@contract/outcome'
import { words } from '@/words'
import { outcomeWords } from '@/words/outcome'
import { CalendarWeeks } from './CalendarWeeks'
import { weeksOf, type DaySquare } from './dayGrid'
import './DayCalendar.scss'

const said = outcomeWords.calendar
const { measure: measureNames } = words.registration

export interface DayCalendarProps {
  outcome: Outcome
  today: Day
}

/** The days of an outcome as weeks: each measure in its tint, tests and today marked. Nothing where no day is asked for. */
export function DayCalendar({ outcome, today }: DayCalendarProps) {
  const weeks = weeksOf(outcome, today)
  if (weeks.length === 0) return null
  return (
    <>
      <CalendarWeeks weeks={weeks}>{(square) => <Square key={square.day} {...square} />}</CalendarWeeks>
      <Legend outcome={outcome} weeks={weeks} />
    </>
  )
}

const classOf = ({ measure, edge, isToday }: DaySquare): string =>
  [
    'day-calendar__day',
    measure && `day-calendar__day--${measure}`,
    edge.first && 'day-calendar__day--begins',
    edge.last && 'day-calendar__day--ends',
    isToday && 'day-calendar__day--today',
  ]
    .filter(Boolean)
    .join(' ')

function Square(square: DaySquare) {
  const { number, mark, label } = square
  return (
    <View className={classOf(square)} role="img" aria-label={label} aria-hidden={label === ''}>
      <Text className="day-calendar__number">{number}</Text>
      <Text className="day-calendar__mark">{mark}</Text>
    </View>
  )
}

/** What the tints and marks stand for. Whoever listens has heard it with each day. */
function Legend({ outcome, weeks }: { outcome: Outcome; weeks: DaySquare[][] }) {
  const shows = (what: (square: DaySquare) => boolean): boolean => weeks.some((week) => week.some(what))
  return (
    <View className="day-calendar__legend" aria-hidden>
      {shows(({ measure }) => measure === 'first') && (
        <Text className="day-calendar__key day-calendar__key--first">{measureNames[outcome.measure]}</Text>
      )}
      {outcome.then && (
        <Text className="day-calendar__key day-calendar__key--then">
          {measureNames[outcome.then.measure]}
        </Text>
      )}
      {shows(({ hasTest }) => hasTest) && <Text className="day-calendar__key">{said.testLegend}</Text>}
      {shows(({ isToday }) => isToday) && (
        <Text className="day-calendar__key day-calendar__key--today">{said.today}</Text>
      )}
    </View>
  )
}
