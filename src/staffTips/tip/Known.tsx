import { Text, View } from '@tarojs/components'
import { dayOf, type Day } from '@contract/calendar'
import type { KnownThere } from '@contract/tips'
import { outcomeTitle } from '@/components/outcomeSentences'
import { Tag } from '@/components/Tag'
import { Tap } from '@/components/Tap'
import { caseRoute } from '@/staff/caseRoute'
import { openPage } from '@/staff/openPage'
import { words } from '@/words'
import { tipWorkWords } from '@/words/tipWork'

const said = tipWorkWords.known

/** What there is already: whoever knows it need not ask. */
export function Known({ known, today }: { known: KnownThere; today: Day }) {
  const { registrations, households, tips } = known
  const isNothing = registrations.length + households.length + tips.length === 0
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      {isNothing && <View className="soft">{said.none}</View>}
      {tips.length > 0 && <View className="tip__group">{said.tips}</View>}
      {tips.map((tip) => (
        <EarlierTip key={tip.id} tip={tip} today={today} />
      ))}
      {registrations.length > 0 && <View className="tip__group">{said.registrations}</View>}
      {registrations.map((registration) => (
        <Registration key={registration.case} registration={registration} />
      ))}
      {households.length > 0 && <View className="tip__group">{said.households}</View>}
      {households.map((household) => (
        <Household key={household.id} household={household} today={today} />
      ))}
    </View>
  )
}

type One<Name extends keyof KnownThere> = KnownThere[Name][number]

function EarlierTip({ tip, today }: { tip: One<'tips'>; today: Day }) {
  const { id, kindName, status, toldAt, samePlate, result } = tip
  const moment = words.dates.shortDay(dayOf(new Date(toldAt)), today)
  return (
    <Tap
      className="tip__line"
      label={said.openTip(kindName, moment)}
      onTap={() => openPage(caseRoute({ kind: 'tip', id }))}
    >
      <View className="tip__line-text">
        {result && <View className="tip__strong">{result}</View>}
        <View className="soft">{`${moment} ${kindName} · ${tipWorkWords.status[status]}`}</View>
        {samePlate && <Tag tone="warning" text={said.samePlate} />}
      </View>
    </Tap>
  )
}

function Registration({ registration }: { registration: One<'registrations'> }) {
  const { case: id, display, status, from, outcome, samePlate } = registration
  const standing = outcome ? outcomeTitle(outcome) : words.registration.status.staff[status]
  return (
    <Tap
      className="tip__line"
      label={said.openRegistration(display)}
      onTap={() => openPage(caseRoute({ kind: 'returnee', id }))}
    >
      <View className="tip__line-text">
        <Text className="tip__strong">{`${display} ${standing}`}</Text>
        <View className="soft">{said.from(from)}</View>
        {samePlate && <Tag tone="warning" text={said.samePlate} />}
      </View>
    </Tap>
  )
}

function Household({ household, today }: { household: One<'households'>; today: Day }) {
  const { id, display, place, people, reportedOn } = household
  const reported = reportedOn ? said.reported(words.dates.shortDay(reportedOn, today)) : said.notReported
  return (
    <Tap
      className="tip__line"
      label={said.openHousehold(display)}
      onTap={() => openPage(`/staff/household/index?household=${id}`)}
    >
      <View className="tip__line-text">
        <Text className="tip__strong">{`${said.family(display)} ${said.people(people)}`}</Text>
        <View className="soft">{`${place.names.slice(-2).join(' ')} · ${reported}`}</View>
      </View>
    </Tap>
  )
}
