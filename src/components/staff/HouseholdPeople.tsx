import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { householdLimits, type MemberForReview } from '@contract/households'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { temperatureText } from '../reportSentences'
import { Tap } from '../Tap'
import './HouseholdPeople.scss'

const said = staffWords.households

export interface HouseholdPeopleProps {
  members: readonly MemberForReview[]
  today: Day
  /** Adds somebody, or changes who is named; null for those who only read. */
  onChange: ((person?: string) => void) | null
}

/** Who lives there, masked, and what was last said of each; whoever reports for them also corrects who they are. */
export function HouseholdPeople({ members, today, onChange }: HouseholdPeopleProps) {
  const here = members.filter(({ left }) => left === null)
  return (
    <View className="card">
      <View className="title">{said.members}</View>
      {members.map((member) => (
        <View key={member.id} className="household-people__one">
          {onChange ? (
            <Tap
              className="household-people__edit"
              label={said.editMember(member.display)}
              onTap={() => onChange(member.id)}
            >
              <Person member={member} today={today} />
              <View className="household-people__arrow" />
            </Tap>
          ) : (
            <Person member={member} today={today} />
          )}
        </View>
      ))}
      {onChange && here.length < householdLimits.members && (
        <View className="household-people__add">
          <BigButton onClick={() => onChange()}>{said.addMember}</BigButton>
        </View>
      )}
    </View>
  )
}

function Person({ member, today }: { member: MemberForReview; today: Day }) {
  return (
    <View className="household-people__text">
      <View className="household-people__top">
        <Text className="household-people__name">
          {words.registration.nameAndRelation(member.display, said.relation[member.relation])}
        </Text>
        <Text className="soft">{member.hasPhone ? said.hasPhone : said.hasNoPhone}</Text>
      </View>
      <View className="soft">{standingOf(member, today)}</View>
    </View>
  )
}

const standingOf = ({ left, last }: MemberForReview, today: Day): string => {
  if (left) return said.left(said.leaving[left.why], words.dates.shortDay(left.on, today))
  return last
    ? said.last(words.dates.shortDay(last.on, today), temperatureText(last.temperature))
    : said.noReport
}
