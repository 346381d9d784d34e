import { View } from '@tarojs/components'
import { words } from '@/words'
import type { StaffEvent } from '@/words/zh-CN/staff'
import { Tap } from '../Tap'
import './CaseTools.scss'

export interface CaseToolsProps {
  events: readonly StaffEvent[]
  onChoose: (event: StaffEvent) => void
}

/** What else can be done to a case, besides deciding it. */
export function CaseTools({ events, onChoose }: CaseToolsProps) {
  return (
    <View className="case-tools" role="group" aria-label={words.staff.case.tools}>
      {events.map((event) => (
        <Tap key={event} className="case-tools__one" onTap={() => onChoose(event)}>
          {words.staff.event[event]}
        </Tap>
      ))}
    </View>
  )
}
