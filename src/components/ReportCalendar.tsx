import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { reportsWords } from '@/words/reports'
import { CalendarWeeks } from './CalendarWeeks'
import { reportWeeks, tallyOf, type DayState, type ReportedHousehold, type ReportSquare } from './reportGrid'
import { Tap } from './Tap'
import './ReportCalendar.scss'

const said = reportsWords.calendar

export interface ReportCalendarProps {
  household: ReportedHousehold
  /** The day whose reports are shown. */
  chosen: Day
  today: Day
  onChoose: (day: Day) => void
}

/** The days for which a household's reports are kept: reported, missed, somebody unwell. */
export function ReportCalendar({ household, chosen, today, onChoose }: ReportCalendarProps) {
  const weeks = reportWeeks(household, today)
  const { reported, missed } = tallyOf(weeks)
  return (
    <>
      <CalendarWeeks weeks={weeks}>
        {(square) => (
          <Square
            key={square.day}
            square={square}
            isChosen={square.day === chosen}
            onTap={() => onChoose(square.day)}
          />
        )}
      </CalendarWeeks>
      <Legend weeks={weeks} />
      <View>{said.tally(reported, missed)}</View>
      <View className="soft">{said.explain}</View>
    </>
  )
}

interface SquareProps {
  square: ReportSquare
  isChosen: boolean
  onTap: () => void
}

function Square({ square: { number, mark, state, isToday, label }, isChosen, onTap }: SquareProps) {
  const looks = [
    'report-calendar__day',
    `report-calendar__day--${state}`,
    isToday && 'report-calendar__day--today',
    isChosen && 'report-calendar__day--chosen',
  ]
  return (
    <Tap
      className={looks.filter(Boolean).join(' ')}
      label={label || String(number)}
      chosen={isChosen}
      disabled={state === 'none'}
      onTap={onTap}
    >
      <Text className="report-calendar__number">{number}</Text>
      <Text className="report-calendar__mark">{mark}</Text>
    </Tap>
  )
}

const legend = Object.keys(said.legend) as Exclude<DayState, 'none'>[]

/** What the marks stand for. Whoever listens has heard it with each day. */
function Legend({ weeks }: { weeks: ReportSquare[][] }) {
  const shown = legend.filter((state) => weeks.some((week) => week.some((square) => square.state === state)))
  return (
    <View className="report-calendar__legend" aria-hidden>
      {shown.map((state) => (
        <Text key={state} className={`report-calendar__key report-calendar__day--${state}`}>
          {`${said.mark[state]} ${said.legend[state]}`}
        </Text>
      ))}
    </View>
  )
}
