import { View } from '@tarojs/components'
import { staffWords } from '@/words/staff'
import type { StaffEvent } from '@/words/staff'
import { Tap } from '../Tap'
import './CaseTools.scss'

export interface CaseToolsProps {
  events: readonly StaffEvent[]
  onChoose: (event: StaffEvent) => void
}

/** What else can be done to a case, besides deciding it. */
export function CaseTools({ events, onChoose }: CaseToolsProps) {
  return (
    <View className="case-tools" role="group" aria-label={staffWords.case.tools}>
      {events.map((event) => (
        <Tap key={event} className="case-tools__one" onTap={() => onChoose(event)}>
          {staffWords.case.event[event]}
        </Tap>
      ))}
    </View>
  )
}
