import { Text, View } from '@tarojs/components'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import './PlaceLines.scss'

const said = staffWords.households

/** A building with households that have not reported. */
export interface ReportingGap {
  id: string
  name: string
  notReported: number
}

export interface ReportingGapsProps {
  gaps: readonly ReportingGap[]
  onOpen: (gap: ReportingGap) => void
}

/** Where households have not reported, one building a line. */
export function ReportingGaps({ gaps, onOpen }: ReportingGapsProps) {
  return (
    <View className="place-lines">
      {gaps.map((gap) => (
        <Tap
          key={gap.id}
          className="place-lines__one"
          label={said.building(gap.name, gap.notReported)}
          onTap={() => onOpen(gap)}
        >
          <Text className="place-lines__name">{gap.name}</Text>
          <Text className="soft place-lines__level">{said.count(gap.notReported)}</Text>
          <View className="place-lines__arrow" />
        </Tap>
      ))}
    </View>
  )
}
