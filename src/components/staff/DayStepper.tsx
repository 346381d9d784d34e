import { Text, View } from '@tarojs/components'
import { staffWords } from '@/words/staff'
import { Tap } from '../Tap'
import './DayStepper.scss'

export interface DayStepperProps {
  days: number
  onFewer: () => void
  onMore: () => void
}

/** A number of days with a large minus and plus; the bounds are the owner's. */
export function DayStepper({ days, onFewer, onMore }: DayStepperProps) {
  return (
    <View className="day-stepper">
      <Tap className="day-stepper__step" label={staffWords.case.accept.fewer} onTap={onFewer}>
        −
      </Tap>
      <Text className="day-stepper__days">{staffWords.case.days(days)}</Text>
      <Tap className="day-stepper__step" label={staffWords.case.accept.more} onTap={onMore}>
        +
      </Tap>
    </View>
  )
}
