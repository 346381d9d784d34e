import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { MemberForReview } from '@contract/households'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { temperatureText } from '../reportSentences'
import './HouseholdPeople.scss'

const said = staffWords.households

export interface HouseholdPeopleProps {
  members: readonly MemberForReview[]
  today: Day
}

/** Who lives there, masked, and what was last said of each. */
export function HouseholdPeople({ members, today }: HouseholdPeopleProps) {
  return (
    <View className="card">
      <View className="title">{said.members}</View>
      {members.map((member) => (
        <View key={member.id} className="household-people__one">
          <View className="household-people__top">
            <Text className="household-people__name">
              {words.registration.nameAndRelation(member.display, said.relation[member.relation])}
            </Text>
            <Text className="soft">{member.hasPhone ? said.hasPhone : said.hasNoPhone}</Text>
          </View>
          <View className="soft">{standingOf(member, today)}</View>
        </View>
      ))}
    </View>
  )
}

const standingOf = ({ left, last }: MemberForReview, today: Day): string => {
  if (left) return said.left(said.leaving[left.why], words.dates.shortDay(left.on, today))
  return last
    ? said.last(words.dates.shortDay(last.on, today), temperatureText(last.temperature))
    : said.noReport
}
