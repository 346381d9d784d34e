import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { PolicyShown } from '@contract/policy'
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
import { ExaminationView } from '../ExaminationView'
import { findingsOf } from '../examinationLines'
import { openEditor } from '../openEditor'
import { ReportingCard } from '../ReportingCard'
import { RuleTable } from '../RuleCard'
import { TippingCard } from '../TippingCard'

/** `?edition=` of the policy of `?place=`: what it says, whom it changes, and what can be done about it. */
export default function PolicyEditionPage() {
  const { place = '', edition = '' } = useRouter().params
  const shown = useQuery(asked('policy', 'show', { place, edition }))
  useFreshWhenShown(shown)
  return (
    <Page>
      <StateView query={shown}>{(policy) => <Edition policy={policy} />}</StateView>
    </Page>
  )
}

function Edition({ policy }: { policy: PolicyShown }) {
  const { place, id, name, rules, reporting, tipping, source, status, examination } = policy
  const runs = useRuns({ place: place.id, edition: id })
  // Whoever publishes it sees what of the money would change; beside one that counts, or did, it would say nothing.
  const inForce = useQuery({
    ...asked('policy', 'inForce', { place: place.id }),
    enabled: status === 'proposed',
  })
  return (
    <>
      <EditionHeader head={policy} now={new Date()} onLink={() => copyLink(source.link)} />
      {status !== 'dropped' && <EditionRuns head={policy} runs={runs} />}
      <View className="title">{name}</View>
      <RuleTable rules={rules} />
      <ReportingCard reporting={reporting} />
      <TippingCard tipping={tipping} before={inForce.data?.tipping} />
      {status === 'proposed' && <ExaminationView findings={findingsOf(rules, examination)} />}
      <Deeds head={policy} runs={runs.data} />
      {status !== 'proposed' && (
        <BigButton onClick={() => void openEditor(place.id, { edition: id })}>
          {staffWords.policy.again}
        </BigButton>
      )}
    </>
  )
}
