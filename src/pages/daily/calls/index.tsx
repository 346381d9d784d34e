import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { dayOf, type Day } from '@contract/calendar'
import type { CallLine } from '@contract/calls'
import type { Household } from '@contract/households'
import { callReasonLabels, callResultLabels, visitResultLabels } from '@contract/labels'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { words } from '@/words'
import { callsWords as said } from '@/words/household'
import { useHousehold } from '../useHousehold'
import { CheckCaller } from './CheckCaller'
import './index.scss'

/** `?id=` of one of one's own households; without it the first. */
export default function CallsPage() {
  const shown = useHousehold(useRouter().params.id)
  return (
    <Page>
      <StateView query={shown}>{(household) => <Shown household={household} />}</StateView>
    </Page>
  )
}

function Shown({ household }: { household: Household }) {
  const today = dayOf(new Date())
  const { calls } = household
  return (
    <>
      <CheckCaller household={household} today={today} />
      <View className="card">
        <View className="title">{said.title}</View>
        <View className="soft">{said.explain}</View>
        {calls.map((call) => (
          <Call key={call.id} call={call} today={today} />
        ))}
      </View>
      {calls.length === 0 && (
        <Notice tone="calm" title={said.nobody.title}>
          {said.nobody.whatToDo}
        </Notice>
      )}
    </>
  )
}

function Call({ call, today }: { call: CallLine; today: Day }) {
  const { at, by, reason, isVisit, result, words: heard } = call
  const results = isVisit ? visitResultLabels : callResultLabels
  return (
    <View className="calls__line">
      <View className="calls__when">{words.dates.instant(at, today)}</View>
      <Text className="calls__who">{said.who(words.registration.role[by.role], by.name)}</Text>
      <View className="soft">{by.place}</View>
      <View>{said.forReason(callReasonLabels[reason])}</View>
      <View>{result ? results[result] : said.noResult}</View>
      {heard !== '' && <View className="soft">{heard}</View>}
    </View>
  )
}
