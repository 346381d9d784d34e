import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { OwnRegistration } from '@contract/returnee'
import { Answers } from '@/components/Answers'
import { StatusTag } from '@/components/StatusTag'
import { Tap } from '@/components/Tap'
import { OwnPicture } from '@/pages/pictures/OwnPicture'
import { words } from '@/words'
import './RecordAnswers.scss'

const said = words.records

/** What was sent: in a line, and all of it on demand. */
export function RecordAnswers({ registration, today }: { registration: OwnRegistration; today: Day }) {
  const [isOpen, setOpen] = useState(false)
  const { answers, regions, place, status } = registration
  const { person, companions, from, arrivesOn } = answers
  return (
    <View className="card">
      <View className="record-answers__head">
        <Text className="title">{said.who(person.name, companions.length)}</Text>
        <StatusTag status={status} reader="owner" />
      </View>
      <View className="soft">
        {said.trip(regions[from.region] ?? '', words.dates.shortDay(arrivesOn, today))}
      </View>
      <View className="soft">{place.names.join(' ')}</View>
      {isOpen && (
        <View className="record-answers__all">
          <Answers answers={answers} regions={regions} place={place} today={today} />
          {answers.test.pictures.map((picture) => (
            <OwnPicture key={picture} picture={picture} label={words.register.health.pictures} />
          ))}
        </View>
      )}
      <Tap className="record-answers__toggle" onTap={() => setOpen(!isOpen)}>
        {isOpen ? said.hideAnswers : said.showAnswers}
      </Tap>
    </View>
  )
}
