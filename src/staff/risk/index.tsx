import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { ListNotice } from '@contract/riskAreas'
import { policyRoles } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { readDraft } from '@/services/drafts'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { AtMyPlaces } from '../AtMyPlaces'
import { EditionList } from '../editions/EditionList'

const said = staffWords.risk

/** The list of risk areas of my places: what applies, what waits for a second officer, what was before. */
export default function RiskListPage() {
  return (
    <Page>
      <AtMyPlaces
        roles={policyRoles}
        label={staffWords.editions.place}
        empty={{ title: said.empty, whatToDo: said.emptyHint }}
      >
        {({ id }) => <ListAt place={id} />}
      </AtMyPlaces>
    </Page>
  )
}

function ListAt({ place }: { place: string }) {
  const inForce = useQuery(asked('riskAreas', 'search', { words: '', place }))
  return (
    <>
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
