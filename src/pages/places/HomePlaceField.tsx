import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { PlaceField, type PlaceFieldProps } from './PlaceField'
import './HomePlaceField.scss'

const said = words.register.household

/** Where somebody lives: a compound, or a building in it; and whom to call there. */
export function HomePlaceField(props: Pick<PlaceFieldProps, 'id' | 'place' | 'onChange' | 'fault'>) {
  const { place } = props
  const chosen = useQuery({ ...asked('places', 'show', { place }), enabled: place !== '' })
  const contact = place === '' ? null : chosen.data?.contact
  return (
    <PlaceField {...props} label={said.place} hint={said.placeHint} widest="compound">
      {contact && (
        <View className="soft home-place__contact">
          {said.contact(words.registration.duty[contact.duty], contact.name)}
        </View>
      )}
    </PlaceField>
  )
}
