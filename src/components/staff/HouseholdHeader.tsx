import { Text, View } from '@tarojs/components'
import { dayOf, type Day } from '@contract/calendar'
import type { HouseholdForReview } from '@contract/households'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Tag } from '../Tag'
import './HouseholdCard.scss'

const said = staffWords.households

export interface HouseholdHeaderProps {
  household: HouseholdForReview
  today: Day
}

/** Whose household it is, where, whether it has reported today, and who opened it. */
export function HouseholdHeader({ household, today }: HouseholdHeaderProps) {
  const { display, place, reportedOn, phones, openedAt, enteredBy } = household
  const opener = enteredBy.name
    ? words.registration.roleAndName(words.registration.role[enteredBy.role], enteredBy.name)
    : said.byFamily
  const hasReported = reportedOn === today
  return (
    <View className="card household-card">
      <View className="household-card__top">
        <Text className="household-card__name">{said.family(display)}</Text>
        <Tag
          tone={hasReported ? 'good' : 'warning'}
          text={hasReported ? said.reported : said.notYetReported}
        />
      </View>
      <View>{place.names.join(' ')}</View>
      {!hasReported && (
        <View>{reportedOn ? said.lastOn(words.dates.shortDay(reportedOn, today)) : said.never}</View>
      )}
      <View className="soft">{said.phones(phones)}</View>
      <View className="soft">{said.opened(words.dates.shortDay(dayOf(openedAt), today), opener)}</View>
    </View>
  )
}
