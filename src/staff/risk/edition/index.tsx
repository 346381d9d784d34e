import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { RiskListShown } from '@contract/riskAreas'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { EditionHeader } from '@/components/staff/EditionHeader'
import { asked, useFreshWhenShown } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { copyLink } from '../../editions/copyLink'
import { Deeds } from '../../editions/Deeds'
import { EditionRuns } from '../../editions/EditionRuns'
import { useRuns } from '../../editions/useRuns'
import { ChangesView } from '../ChangesView'
import { AllAreas } from './AllAreas'

const said = staffWords.risk.edition

/** `?edition=` of the list of `?place=`: what it changes, whom it changes, and what can be done about it. */
export default function RiskListEditionPage() {
  const { place = '', edition = '' } = useRouter().params
  const shown = useQuery(asked('riskAreas', 'show', { place, edition }))
  useFreshWhenShown(shown)
  return (
    <Page>
      <StateView query={shown}>{(list) => <Edition list={list} />}</StateView>
    </Page>
  )
}

function Edition({ list }: { list: RiskListShown }) {
  const now = new Date()
  const on = { place: list.place.id, edition: list.id }
  const runs = useRuns(on)
  return (
    <>
      <EditionHeader head={list} now={now} onLink={() => copyLink(list.source.link)} />
      {list.status !== 'dropped' && <EditionRuns head={list} runs={runs} />}
      <View className="title edition-heading">{said.changes}</View>
      <ChangesView changes={list.changes} today={dayOf(now)} />
      <AllAreas list={list} />
      <Deeds head={list} runs={runs.data} />
      {list.status === 'published' && !list.inForce && (
        <BigButton
          onClick={() =>
            void Taro.navigateTo({ url: `/staff/risk/edit/index?place=${on.place}&edition=${on.edition}` })
          }
        >
          {said.again}
        </BigButton>
      )}
    </>
  )
}
