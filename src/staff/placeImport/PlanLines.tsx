import { useState } from 'react'
import { View } from '@tarojs/components'
import { Tap } from '@/components/Tap'
import type { PlanLine } from './planWords'
import './PlanLines.scss'

const AT_FIRST = 10

interface PlanLinesProps {
  lines: readonly PlanLine[]
  /** Also those that were not sent to the phone. */
  total: number
  /** Said before each line, where it does not say so itself. */
  numbered?: (line: number) => string
  showAll: (count: number) => string
  notShown: (count: number) => string
}

/** The first of many lines; all that the phone has on a tap, and how many there are besides. */
export function PlanLines({ lines, total, numbered, showAll, notShown }: PlanLinesProps) {
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? lines : lines.slice(0, AT_FIRST)
  const hasMore = shown.length < lines.length
  return (
    <View className="plan-lines">
      {shown.map(({ line, what, how }, index) => (
        <View key={index} className="plan-lines__one">
          {numbered && <View className="soft">{numbered(line)}</View>}
          <View className="plan-lines__what">{what}</View>
          {how && <View className="plan-lines__how">{how}</View>}
        </View>
      ))}
      {hasMore && (
        <Tap className="plan-lines__more" onTap={() => setOpen(true)}>
          {showAll(lines.length)}
        </Tap>
      )}
      {!hasMore && total > lines.length && <View className="soft">{notShown(total - lines.length)}</View>}
    </View>
  )
}
