import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { CallLine } from '@contract/calls'
import type { HouseholdLine } from '@contract/selfReport'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { temperatureText } from '../reportSentences'
import { Tag } from '../Tag'
import { Tap } from '../Tap'
import { callSentence } from './callWords'
import './HouseholdCard.scss'

const said = staffWords.households

export interface HouseholdCardProps {
  line: HouseholdLine
  today: Day
  /** Whether the reader made this call. */
  isMine: (call: CallLine) => boolean
  onOpen: () => void
  /** null for those who only read. */
  onCall: (() => void) | null
  onTell: ((call: string) => void) | null
}

/** A household in a list: how it stands, who called last, and how to call. */
export function HouseholdCard({ line, today, isMine, onOpen, onCall, onTell }: HouseholdCardProps) {
  const { display, place, lastCall, hasAlert, hasPhone } = line
  const isUntold = lastCall?.result === null && isMine(lastCall)
  return (
    <View className="card household-card">
      <Tap label={said.open(display)} onTap={onOpen}>
        <View className="household-card__top">
          <Text className="household-card__name">{said.family(display)}</Text>
          {hasAlert && <Tag tone="danger" text={said.alert} />}
        </View>
        <View>{place.names.slice(-2).join(' ')}</View>
        <View className="soft">{reportedText(line, today)}</View>
        {line.steady.map(({ person, temperature, days }) => (
          <View key={person} className="soft">
            {said.steadyFact(temperatureText(temperature), days)}
          </View>
        ))}
        {lastCall && <View>{callSentence(lastCall, today)}</View>}
        {lastCall?.words && <View className="soft">{lastCall.words}</View>}
      </Tap>
      {onTell && lastCall && isUntold && (
        <Tap className="household-card__call" onTap={() => onTell(lastCall.id)}>
          {staffWords.calling.tellLater}
        </Tap>
      )}
      {onCall && (
        <Tap
          className="household-card__call household-card__call--dial"
          label={(hasPhone ? staffWords.calling.callTo : staffWords.calling.visitTo)(display)}
          onTap={onCall}
        >
          {hasPhone ? staffWords.calling.call : staffWords.calling.visit}
        </Tap>
      )}
    </View>
  )
}

/** 今天报了 2 人，共 4 人；上次全家报：昨天. */
const reportedText = ({ people, reportedToday, reportedOn }: HouseholdLine, today: Day): string =>
  [
    reportedToday > 0 ? said.reportedToday(reportedToday, people) : said.people(people),
    reportedOn ? said.lastOn(words.dates.shortDay(reportedOn, today)) : said.never,
  ].join('；')
