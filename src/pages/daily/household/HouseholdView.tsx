import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { dayOf } from '@contract/calendar'
import type { Household } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { PeopleOfPlace } from '@/pages/places/PeopleOfPlace'
import { householdWords as said } from '@/words/household'
import { Members } from './Members'
import { MoveSheet } from './MoveSheet'
import { Phones } from './Phones'
import { Reminder } from './Reminder'

/** A household with all that its family may change about it. */
export function HouseholdView({ household }: { household: Household }) {
  const [isMoving, setMoving] = useState(false)
  const { id, place, door } = household
  // H5 keeps the title of the form that it was opened with.
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: said.title })
  }, [])
  const open = (page: 'calendar' | 'calls') =>
    void Taro.navigateTo({ url: `/pages/daily/${page}/index?id=${id}` })
  return (
    <>
      <View className="card">
        <View className="title">{place.names.slice(-2).join(' ')}</View>
        <View className="household__door">{door}</View>
        <BigButton onClick={() => setMoving(true)}>{said.move.title}</BigButton>
      </View>
      <Members household={household} today={dayOf(new Date())} />
      <Reminder household={household} />
      <View className="household__button">
        <BigButton onClick={() => open('calendar')}>{said.calendar}</BigButton>
      </View>
      <View className="household__button">
        <BigButton onClick={() => open('calls')}>{said.calls}</BigButton>
      </View>
      <Phones household={household} />
      <PeopleOfPlace place={place.id} isOwn />
      <MoveSheet household={household} open={isMoving} onClose={() => setMoving(false)} />
    </>
  )
}
