import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { timelineLine } from '@/components/timelineLines'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import type { News } from './useSending'

interface SendingNoticesProps {
  error: CallError | null
  news: News | null
  today: Day
}

/** Why sending did not succeed, and that nothing typed is lost. */
export function SendingNotices({ error, news, today }: SendingNoticesProps) {
  if (news) return <Overtaken news={news} today={today} />
  const kept = error?.code === 'invalidInput' ? undefined : words.register.kept
  return <FailureNotice error={error} kept={kept} />
}

function Overtaken({ news: { entry, mayStillAmend }, today }: { news: News; today: Day }) {
  const said = words.register.changed
  const line = entry && timelineLine(entry, 'owner', today)
  return (
    <Notice tone="warning" title={said.title}>
      {line && <View>{`${line.when} ${line.sentence}`}</View>}
      {line?.words && <View>{line.words}</View>}
      <View>{mayStillAmend ? said.kept : said.closed}</View>
    </Notice>
  )
}
