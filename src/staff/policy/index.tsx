import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { PolicyShown } from '@contract/policy'
import { policyExamples } from '@contract/policyExamples'
import { policyRoles } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { Tap } from '@/components/Tap'
import { readDraft } from '@/services/drafts'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { AtMyPlaces } from '../AtMyPlaces'
import { EditionList } from '../editions/EditionList'
import { useEditions } from '../editions/useEditions'
import { openEditor } from './openEditor'
import { ReportingCard } from './ReportingCard'
import { RuleTable } from './RuleCard'
import { TippingCard } from './TippingCard'
import './index.scss'

const said = staffWords.policy

/** The policy of my places, and what waits for a second officer; with `?place=` the one that applies there, to be read. */
export default function PolicyPage() {
  const { place } = useRouter().params
  return <Page>{place ? <Read place={place} /> : <Mine />}</Page>
}

function Read({ place }: { place: string }) {
  const client = useQueryClient()
  usePullDownRefresh(() => void client.refetchQueries().finally(() => Taro.stopPullDownRefresh()))
  return <InForceAt place={place} mayEdit={false} />
}

function Mine() {
  return (
    <AtMyPlaces
      roles={policyRoles}
      label={staffWords.editions.place}
      empty={{ title: said.empty, whatToDo: said.emptyHint }}
    >
      {({ id: place }) => (
        <>
          <Waiting key={`waiting ${place}`} place={place} />
          <InForceAt place={place} mayEdit />
          <Begin place={place} />
          <EditionList key={place} kind="policy" place={place} page={EDITION} />
        </>
      )}
    </AtMyPlaces>
  )
}

function InForceAt({ place, mayEdit }: { place: string; mayEdit: boolean }) {
  const inForce = useQuery(asked('policy', 'inForce', { place }))
  return (
    <StateView
      query={inForce}
      empty={{
        when: (policy) => policy === null,
        title: said.none,
        ...(mayEdit && { whatToDo: said.noneHint }),
      }}
    >
      {(policy) => policy && <InForce policy={policy} place={place} mayEdit={mayEdit} />}
    </StateView>
  )
}

function InForce({ policy, place, mayEdit }: { policy: PolicyShown; place: string; mayEdit: boolean }) {
  const today = dayOf(new Date())
  const { name, number, source, effectiveFrom } = policy
  return (
    <>
      <View className="card">
        <View className="title">{said.now}</View>
        <View>{said.notice(name, number ?? 0)}</View>
        <View className="soft">
          {staffWords.editions.source(source.text, words.dates.date(source.publishedOn, today))}
        </View>
        <View className="soft">
          {staffWords.editions.effective(words.dates.instant(effectiveFrom, today))}
        </View>
      </View>
      <RuleTable rules={policy.rules} />
      <ReportingCard reporting={policy.reporting} />
      <TippingCard tipping={policy.tipping} />
      {mayEdit && (
        <BigButton tone="primary" onClick={() => void openEditor(place, { inForce: true })}>
          {said.edit}
        </BigButton>
      )}
    </>
  )
}

const EDITION = '/staff/policy/edition/index'

/** What somebody has to publish stands above the long table. */
function Waiting({ place }: { place: string }) {
  const { query } = useEditions('policy', place)
  const waiting = (query.data ?? []).filter(({ status }) => status === 'proposed')
  if (waiting.length === 0) return null
  return (
    <Notice tone="warning" title={staffWords.editions.waiting(waiting.length)}>
      {waiting.map(({ id, words: why }) => (
        <Tap
          key={id}
          className="policy__waiting"
          onTap={() => void Taro.navigateTo({ url: `${EDITION}?place=${place}&edition=${id}` })}
        >
          {said.waiting(why)}
        </Tap>
      ))}
    </Notice>
  )
}

/** One that was begun on this phone, and the policies that have been law. */
function Begin({ place }: { place: string }) {
  const [, shownAgain] = useState(0)
  useDidShow(() => shownAgain((times) => times + 1))
  const begun = readDraft(`policy/${place}`)
  return (
    <>
      {begun && (
        <View className="policy__one policy__begun">
          <BigButton onClick={() => void openEditor(place)}>
            {said.resume(words.dates.instant(begun.savedAt, dayOf(new Date())))}
          </BigButton>
        </View>
      )}
      <View className="title policy__start">{said.startFrom}</View>
      {policyExamples.map(({ name }) => (
        <View key={name} className="policy__one">
          <BigButton onClick={() => void openEditor(place, { example: name })}>
            {said.example(name)}
          </BigButton>
        </View>
      ))}
    </>
  )
}
