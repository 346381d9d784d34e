import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import { householdLimits, type Household, type Member } from '@contract/households'
import { memberRelationLabels } from '@contract/labels'
import { BigButton } from '@/components/BigButton'
import { temperatureText } from '@/components/reportSentences'
import { Tag } from '@/components/Tag'
import { Tap } from '@/components/Tap'
import { words } from '@/words'
import { householdWords } from '@/words/household'
import './Members.scss'

const said = householdWords.people

/** Who lives there, and who did; each is changed on a page of its own. */
export function Members({ household: { id, members }, today }: { household: Household; today: Day }) {
  const open = (query: string) =>
    void Taro.navigateTo({ url: `/pages/daily/member/index?household=${id}${query}` })
  const here = members.filter(({ left }) => left === null)
  const gone = members.filter(({ left }) => left !== null)
  const line = (member: Member) => (
    <MemberLine key={member.id} member={member} today={today} onEdit={() => open(`&person=${member.id}`)} />
  )
  return (
    <View className="card">
      <View className="title">{said.title}</View>
      {here.map(line)}
      {gone.length > 0 && <View className="soft members__gone">{said.gone}</View>}
      {gone.map(line)}
      {here.length < householdLimits.members && (
        <View className="members__add">
          <BigButton onClick={() => open('')}>{said.add}</BigButton>
        </View>
      )}
      <View className="soft">{said.note}</View>
    </View>
  )
}

interface MemberLineProps {
  member: Member
  today: Day
  onEdit: () => void
}

function MemberLine({ member, today, onEdit }: MemberLineProps) {
  const { name, relation, phone, left, alert } = member
  const who = said.who(name, memberRelationLabels[relation])
  return (
    <View className="members__line">
      <Tap className="members__edit" label={said.edit(name)} onTap={onEdit}>
        <View className="members__text">
          <Text className="members__who">{who}</Text>
          {left ? (
            <View className="soft">{said.left[left.why](words.dates.shortDay(left.on, today))}</View>
          ) : (
            <>
              <View className="soft">{phone ? said.phone(phone) : said.noPhone}</View>
              <Document member={member} />
              <View className="soft">{lastOf(member, today)}</View>
            </>
          )}
        </View>
        <View className="members__arrow" />
      </Tap>
      {alert && <Unwell name={name} alert={alert} />}
    </View>
  )
}

function Unwell({ name, alert }: { name: string; alert: string }) {
  const open = () => void Taro.navigateTo({ url: `/pages/daily/alert/index?id=${alert}` })
  return (
    <Tap className="members__unwell" onTap={open}>
      <Tag tone="danger" text={said.unwell} />
      <Text className="members__show">{said.showAlert(name)}</Text>
    </Tap>
  )
}

/** Whoever stands behind one need not read the whole number. */
const masked = (number: string): string => `…${number.slice(-4)}`

function Document({ member: { document, hasDocument } }: { member: Member }) {
  if (!hasDocument) return null
  const text = document
    ? said.document(words.registration.document[document.kind], masked(document.number))
    : said.hasDocument
  return <View className="soft">{text}</View>
}

const lastOf = ({ last }: Member, today: Day): string =>
  last
    ? said.last(words.dates.shortDay(last.on, today), temperatureText(last.temperature))
    : said.neverReported
