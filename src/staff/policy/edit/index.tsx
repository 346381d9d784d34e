import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { BigButton } from '@/components/BigButton'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { Steps } from '@/components/Steps'
import { EditFailure } from '@/components/staff/EditFailure'
import { asked } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { DeclareFields } from '../../editions/DeclareFields'
import { declaredFields } from '../../editions/useDeclaring'
import { RulesStep } from './RulesStep'
import { TryStep } from './TryStep'
import type { Start } from './usePolicyDraft'
import { usePolicyWork, type PolicyWork } from './usePolicyWork'

const said = staffWords.policy

/** A policy for `?place=`: begun before, or from an `?edition=`, or from an `?example=`. */
export default function PolicyEditPage() {
  const { place = '', edition = '', example } = useRouter().params
  const earlier = useQuery({ ...asked('policy', 'show', { place, edition }), enabled: edition !== '' })
  if (edition !== '' && !earlier.data) {
    return (
      <Page>
        <StateView query={earlier}>{() => null}</StateView>
      </Page>
    )
  }
  const start: Start = earlier.data
    ? { policy: earlier.data }
    : example
      ? { example: decodeURIComponent(example) }
      : null
  return <Editor place={place} start={start} />
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

function Declare({ work: { draft, change, error, faults } }: { work: PolicyWork }) {
  return (
    <>
      <EditFailure error={error} fields={declaredFields} />
      <DeclareFields
        value={draft.declaring}
        onChange={(declaring) => change({ declaring })}
        faults={faults}
        now={new Date()}
      />
    </>
  )
}

/** What can be done now; the last is what most people want. */
function Footer({ work }: { work: PolicyWork }) {
  const { step, go, mayGoOn, propose, isProposing } = work
  if (step === 0) {
    return mayGoOn ? (
      <BigButton tone="primary" onClick={() => go(1)}>
        {said.toTry}
      </BigButton>
    ) : (
      <BigButton>{said.unsound}</BigButton>
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
