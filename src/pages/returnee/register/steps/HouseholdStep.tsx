import { View } from '@tarojs/components'
import { words } from '@/words'
import { PlaceQuestion } from '../PlaceQuestion'
import { TextQuestion } from '../questions'

const said = words.register.household

/** Where they will live. */
export function HouseholdStep() {
  return (
    <View className="card">
      <PlaceQuestion />
      <TextQuestion
        name="answers.household.door"
        label={said.door}
        placeholder={said.doorPlaceholder}
        optional
        most={40}
      />
    </View>
  )
}
