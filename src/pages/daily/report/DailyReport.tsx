import { useState, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import type { EnteredHow } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { Message } from '@/components/StateView'
import { useWaiting, waitingOf } from '@/services/submissions'
import { words } from '@/words'
import { selfReportWords as said } from '@/words/selfReport'
import { reportedAt, type Reporting } from '../reporting'
import { begin, dropDailyDraft } from './begin'
import { ReportForm } from './ReportForm'

interface DailyReportProps {
  reporting: Reporting
  how: EnteredHow
  today: Day
  isStale: boolean
}

/** One household's day: what was reported already, and the form. */
export function DailyReport(props: PropsWithChildren<DailyReportProps>) {
  const { reporting, how, today, isStale, children } = props
  const waiting = waitingOf('report', useWaiting())
  const [beginning, setBeginning] = useState(() => begin(reporting, today, waiting))
  const [begun, setBegun] = useState(0)
  const restart = () => {
    dropDailyDraft(reporting.id)
    setBeginning(begin(reporting, today, waiting))
    setBegun(begun + 1)
  }
  if (reporting.people.length === 0) return <Nobody />
  const isWaiting = waiting.some(
    ({ input, refused }) => input.household === reporting.id && input.on === today && refused === null,
  )
  return (
    <ReportForm
      key={begun}
      reporting={reporting}
      how={how}
      beginning={beginning}
      today={today}
      onRestart={restart}
    >
      {children}
      {isStale && (
        <Notice tone="warning" title={said.stale}>
          {said.staleWhat}
        </Notice>
      )}
      <Already reporting={reporting} today={today} isWaiting={isWaiting} />
    </ReportForm>
  )
}

/** That today was reported already, and that it may be done again. */
function Already({ reporting, today, isWaiting }: { reporting: Reporting; today: Day; isWaiting: boolean }) {
  if (isWaiting) return <Notice tone="calm" title={said.done.waiting} />
  const at = reportedAt(reporting, today)
  if (at === null) return null
  return (
    <Notice tone="good" title={said.done.all(words.dates.instant(at, today))}>
      <View>{said.done.again}</View>
    </Notice>
  )
}

function Nobody() {
  const { title, whatToDo, action } = said.nobody
  const open = () => void Taro.redirectTo({ url: '/pages/daily/household/index' })
  return (
    <Page>
      <Message title={title} whatToDo={whatToDo} action={<BigButton onClick={open}>{action}</BigButton>} />
    </Page>
  )
}
