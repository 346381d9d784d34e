import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { ListNotice, RiskSearch } from '@contract/riskAreas'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { TextInput } from '@/components/TextInput'
import { asked } from '@/services/queries'
import { useSettled } from '@/services/useSettled'
import { words } from '@/words'
import { riskSearchWords as said } from '@/words/riskSearch'
import { HitCard } from './HitCard'
import './index.scss'

/** As many characters as the contract takes. */
const MOST = 40

/** Whether somewhere is a risk area and since when, by the list of one's own place where that is known. */
export default function RiskSearchPage() {
  const [typed, setTyped] = useState('')
  const sought = useSettled(typed.trim())
  const me = useQuery(asked('people', 'me', {}))
  const home = me.data?.family[0]?.household.place.id ?? null
  const found = useQuery({
    ...asked('riskAreas', 'search', { words: sought, place: home }),
    placeholderData: (before) => before,
  })
  return (
    <Page>
      <View className="card">
        <Field label={said.label} hint={said.hint}>
          <TextInput
            label={said.label}
            value={typed}
            onChange={setTyped}
            placeholder={said.placeholder}
            most={MOST}
          />
        </Field>
      </View>
      <StateView query={found}>{(search) => <Found search={search} isAsked={sought !== ''} />}</StateView>
    </Page>
  )
}

function Found({ search: { list, hits, more }, isAsked }: { search: RiskSearch; isAsked: boolean }) {
  const today = dayOf(new Date())
  return (
    <>
      {hits.map((hit) => (
        <HitCard key={hit.region} hit={hit} today={today} />
      ))}
      {more && <View className="soft risk-search__more">{said.more}</View>}
      {isAsked && hits.length === 0 && (
        <Notice tone="calm" title={said.nothing}>
          {said.nothingHint}
        </Notice>
      )}
      <ListCard list={list} today={today} />
    </>
  )
}

/** Which list it was looked up in. */
function ListCard({ list, today }: { list: ListNotice | null; today: string }) {
  if (!list) {
    return (
      <Notice tone="calm" title={said.noList}>
        {said.noListHint}
      </Notice>
    )
  }
  return (
    <View className="card">
      <View className="risk-search__list">{said.list(list.number, list.areas)}</View>
      <View className="soft">{said.since(words.dates.instant(list.effectiveFrom, today))}</View>
      <View className="soft">
        {said.source(list.source.text, words.dates.date(list.source.publishedOn, today))}
      </View>
      {list.source.link !== '' && <View className="soft risk-search__link">{list.source.link}</View>}
    </View>
  )
}
