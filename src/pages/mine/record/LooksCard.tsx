import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import { Tap } from '@/components/Tap'
import { Timeline } from '@/components/Timeline'
import { words } from '@/words'
import './LooksCard.scss'

const said = words.looks.own

/** As many as are read at a glance. */
const FIRST = 3

const isLook = ({ event }: TimelineEntry): boolean => event === 'reveal' || event === 'find'

/** Who has seen one's own clear text and why, apart from all else that happened. */
export function LooksCard({ timeline, today }: { timeline: readonly TimelineEntry[]; today: Day }) {
  const [isOpen, setOpen] = useState(false)
  const looks = timeline.filter(isLook)
  const shown = isOpen ? looks : looks.slice(-FIRST)
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      <View className="soft looks-card__explain">{looks.length === 0 ? said.nobody : said.explain}</View>
      <Timeline entries={shown} reader="owner" today={today} />
      {looks.length > FIRST && (
        <Tap className="looks-card__toggle" onTap={() => setOpen(!isOpen)}>
          {isOpen ? said.fewer : said.all(looks.length)}
        </Tap>
      )}
    </View>
  )
}
