import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import type { ListNotice } from '@contract/riskAreas'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { readDraft } from '@/services/drafts'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { EditionList } from '../editions/EditionList'
import { policyPlaces } from '../editions/policyPlaces'

const said = staffWords.risk

/** The list of risk areas of my places: what applies, what waits for a second officer, what was before. */
export default function RiskListPage() {
  const me = useQuery(asked('people', 'me', {}))
  return (
    <Page>
      <StateView
        query={me}
        empty={{
          when: ({ posts }) => policyPlaces(posts).length === 0,
          title: said.empty,
          whatToDo: said.emptyHint,
        }}
      >
        {({ posts }) => <ListsAt places={policyPlaces(posts)} />}
      </StateView>
    </Page>
  )
}

function ListsAt({ places }: { places: readonly PlaceName[] }) {
  const [place, setPlace] = useState(places[0]?.id ?? '')
  const inForce = useQuery(asked('riskAreas', 'search', { words: '', place }))
  const client = useQueryClient()
  usePullDownRefresh(() => void client.refetchQueries().finally(() => Taro.stopPullDownRefresh()))
  return (
    <>
      {places.length > 1 && (
        <Choices
          label={staffWords.editions.place}
          choices={places.map(({ id, names }) => ({ value: id, text: names[names.length - 1] ?? '' }))}
          chosen={[place]}
          onToggle={setPlace}
        />
      )}
      <StateView query={inForce}>{({ list }) => <InForce list={list} />}</StateView>
      <EnterButton place={place} />
      <EditionList key={place} kind="riskList" place={place} page="/staff/risk/edition/index" />
    </>
  )
}

function InForce({ list }: { list: ListNotice | null }) {
  const today = dayOf(new Date())
  return (
    <View className="card">
      <View className="title">{list ? said.now : said.none}</View>
      {list ? (
        <>
          <View>{said.notice(list.number, list.areas)}</View>
          <View className="soft">
            {staffWords.editions.source(list.source.text, words.dates.date(list.source.publishedOn, today))}
          </View>
          <View className="soft">
            {staffWords.editions.effective(words.dates.instant(list.effectiveFrom, today))}
          </View>
        </>
      ) : (
        <View className="soft">{said.noneHint}</View>
      )}
    </View>
  )
}

function EnterButton({ place }: { place: string }) {
  const [, shownAgain] = useState(0)
  useDidShow(() => shownAgain((times) => times + 1))
  const begun = readDraft(`riskList/${place}`)
  const today = dayOf(new Date())
  return (
    <BigButton
      tone="primary"
      onClick={() => void Taro.navigateTo({ url: `/staff/risk/edit/index?place=${place}` })}
    >
      {begun ? said.resume(words.dates.instant(begun.savedAt, today)) : said.enter}
    </BigButton>
  )
}
