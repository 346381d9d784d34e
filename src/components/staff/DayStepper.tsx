import { Text, View } from '@tarojs/components'
import { words } from '@/words'
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
      <Tap className="day-stepper__step" label={words.staff.accept.fewer} onTap={onFewer}>
        −
      </Tap>
      <Text className="day-stepper__days">{words.registration.days(days)}</Text>
      <Tap className="day-stepper__step" label={words.staff.accept.more} onTap={onMore}>
        +
      </Tap>
    </View>
  )
}
