import { Text, View } from '@tarojs/components'
import type { Contact } from '@contract/cases'
import { words } from '@/words'
import { dial } from './dial'
import { Tap } from './Tap'
import './ResponsiblePeople.scss'

export interface ResponsiblePeopleProps {
  title: string
  people: readonly Contact[]
}

/** Who is responsible for a place, each with a way to call them. */
export function ResponsiblePeople({ title, people }: ResponsiblePeopleProps) {
  if (people.length === 0) return null
  return (
    <View className="card">
      <Text className="title">{title}</Text>
      {people.map(({ name, duty, phone }) => (
        <View key={duty} className="responsible">
          <View className="responsible__text">
            <Text className="responsible__name">{name}</Text>
            <Text className="soft responsible__duty">{words.registration.duty[duty]}</Text>
            <Text className="soft responsible__phone">{phone}</Text>
          </View>
          <Tap className="responsible__call" label={words.app.callTo(name)} onTap={() => dial(phone)}>
            {words.app.call}
          </Tap>
        </View>
      ))}
    </View>
  )
}
