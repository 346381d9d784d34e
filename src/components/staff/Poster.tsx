import { Image, Text, View } from '@tarojs/components'
import type { PlaceCode } from '@contract/places'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { pictureLabel } from '../pictureLabel'
import './Poster.scss'

const said = staffWords.places.poster

/** Longer names are written smaller, for the whole to stay on one sheet. */
const LONG_NAME = 10

interface PosterProps {
  code: Pick<PlaceCode, 'place' | 'contact'>
  /** Where the picture of the code is. */
  source: string
}

/** A sheet of A4 for the wall: where one is, the code, what to do in three lines, and whom to call. */
export function Poster({ code: { place, contact }, source }: PosterProps) {
  const above = place.names.slice(0, -1)
  const name = place.names[place.names.length - 1] ?? ''
  return (
    <View className="poster">
      <Text className="poster__above">{above.join(' ')}</Text>
      <Text className={`poster__name${name.length > LONG_NAME ? ' poster__name--long' : ''}`}>{name}</Text>
      <Text className="poster__heading">{said.heading}</Text>
      <Image className="poster__code" src={source} mode="aspectFit" {...pictureLabel(said.picture(name))} />
      {said.steps.map((step, index) => (
        <View key={step} className="poster__step">
          <Text className="poster__number">{index + 1}</Text>
          <Text className="poster__do">{step}</Text>
        </View>
      ))}
      {contact && (
        <View className="poster__call">
          <Text className="poster__line">{said.noPhone}</Text>
          <Text className="poster__phone">{contact.phone}</Text>
          <Text className="poster__line">
            {said.caller(contact.name, words.registration.duty[contact.duty])}
          </Text>
        </View>
      )}
      <Text className="poster__foot">{said.foot}</Text>
    </View>
  )
}
