import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { PolicyShown } from '@contract/policy'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView, type StateViewProps } from '@/components/StateView'
import { Steps } from '@/components/Steps'
import { asked } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { DeclareFields } from '../../editions/DeclareFields'
import { ProposeFailure } from './ProposeFailure'
import { RulesStep } from './RulesStep'
import { TryStep } from './TryStep'
import type { Start } from './usePolicyDraft'
import { usePolicyWork, type PolicyWork } from './usePolicyWork'

const said = staffWords.policy

/** A policy for `?place=`: begun before, or from the one `?inForce=`, an `?edition=` or an `?example=`. */
export default function PolicyEditPage() {
  const { place = '', edition, inForce, example } = useRouter().params
  if (inForce) return <FromInForce place={place} />
  if (edition) return <FromEdition place={place} edition={edition} />
  return <Editor place={place} start={example ? { example: decodeURIComponent(example) } : null} />
}

function FromInForce({ place }: { place: string }) {
  return <From query={useQuery(asked('policy', 'inForce', { place }))} place={place} />
}

function FromEdition({ place, edition }: { place: string; edition: string }) {
  return <From query={useQuery(asked('policy', 'show', { place, edition }))} place={place} />
}

interface FromProps {
  query: StateViewProps<PolicyShown | null>['query']
  place: string
}

function From({ query, place }: FromProps) {
  if (query.data !== undefined) return <Editor place={place} start={query.data && { policy: query.data }} />
  return (
    <Page>
      <StateView query={query}>{() => null}</StateView>
    </Page>
  )
}

function Editor({ place, start }: { place: string; start: Start }) {
  const work = usePolicyWork(place, start)
  const { step } = work
  return (
    <Page footer={<Footer work={work} />}>
      <View className="card">
        <Steps current={step} titles={said.steps} />
      </View>
      {step === 0 && <RulesStep work={work} />}
      {step === 1 && <TryStep work={work} />}
      {step === 2 && <Declare work={work} />}
    </Page>
  )
}

function Declare({ work: { draft, declare, error, faults } }: { work: PolicyWork }) {
  return (
    <>
      <ProposeFailure error={error} rules={draft.rules} />
      <DeclareFields value={draft.declaring} onChange={declare} faults={faults} now={new Date()} />
    </>
  )
}

/** What can be done now; the last is what most people want. */
function Footer({ work }: { work: PolicyWork }) {
  const { step, go, mustMend, propose, isProposing } = work
  if (step === 0) {
    return (
      <BigButton tone={mustMend ? 'plain' : 'primary'} onClick={() => go(1)}>
        {mustMend ? said.unsound : said.toTry}
      </BigButton>
    )
  }
  return (
    <>
      <BigButton onClick={() => go(step - 1)}>{said.back}</BigButton>
      {step === 1 ? (
        <BigButton tone="primary" onClick={() => go(2)}>
          {said.toDeclare}
        </BigButton>
      ) : (
        <BigButton tone="primary" busy={isProposing} onClick={propose}>
          {staffWords.editions.declare.send}
        </BigButton>
      )}
    </>
  )
}
