import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { Instant } from '@contract/cases'
import { words } from '@/words'
import { Tap } from './Tap'
import './Resumed.scss'

const said = words.register.resumed

export interface ResumedProps {
  /** When the draft was saved; null when the form is fresh. */
  from: Instant | null
  today: Day
  onRestart: () => void
}

/** Says that the form goes on with a draft, and offers to begin anew. */
export function Resumed({ from, today, onRestart }: ResumedProps) {
  if (from === null) return null
  return (
    <View className="resumed">
      <View className="soft">{said.title(words.dates.instant(from, today))}</View>
      <Tap className="resumed__restart" onTap={onRestart}>
        {said.restart}
      </Tap>
    </View>
  )
}
