import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { WaitingReport } from '@/services/reports'
import { words } from '@/words'
import { BigButton } from './BigButton'
import { Notice } from './Notice'
import './WaitingReports.scss'

const said = words.home.waitingReports

export interface WaitingReportsProps {
  waiting: readonly WaitingReport[]
  today: Day
  onSend: () => void
  onCorrect: (report: WaitingReport) => void
  onRemove: (report: WaitingReport) => void
}

/** Reports that have not arrived: those that go on by themselves, and each that was not taken, with the reason. */
export function WaitingReports({ waiting, today, onSend, onCorrect, onRemove }: WaitingReportsProps) {
  const onTheWay = waiting.filter(({ refused }) => refused === null)
  return (
    <>
      {onTheWay.length > 0 && (
        <Notice tone="warning" title={said.title(onTheWay.length)}>
          <View>{said.whatNow}</View>
          <View className="waiting-reports__buttons">
            <BigButton onClick={onSend}>{said.send}</BigButton>
          </View>
        </Notice>
      )}
      {waiting.map((one) =>
        one.refused === null ? null : (
          <Notice
            key={one.report.submission}
            tone="danger"
            title={said.refused(words.dates.shortDay(one.report.on, today))}
          >
            <View>{reasonOf(one.refused)}</View>
            <View className="waiting-reports__buttons">
              <BigButton onClick={() => onRemove(one)}>{words.app.remove}</BigButton>
              <BigButton onClick={() => onCorrect(one)}>{said.correct}</BigButton>
            </View>
          </Notice>
        ),
      )}
    </>
  )
}

const reasonOf = ({ code, fields = {} }: NonNullable<WaitingReport['refused']>): string => {
  const [fault] = Object.values(fields)
  return fault ? words.faults[fault] : words.errors[code].whatToDo
}
