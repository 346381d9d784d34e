import { View } from '@tarojs/components'
import { handlingWords } from '@/words/handling'
import { Tap } from '../Tap'
import './CaseTools.scss'

export interface CaseToolsProps<Event extends string> {
  events: readonly Event[]
  nameOf: (event: Event) => string
  onChoose: (event: Event) => void
}

/** What else can be done to a case, besides deciding it. */
export function CaseTools<Event extends string>({ events, nameOf, onChoose }: CaseToolsProps<Event>) {
  return (
    <View className="case-tools" role="group" aria-label={handlingWords.tools}>
      {events.map((event) => (
        <Tap key={event} className="case-tools__one" onTap={() => onChoose(event)}>
          {nameOf(event)}
        </Tap>
      ))}
    </View>
  )
}
