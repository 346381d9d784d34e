import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { Steps } from '@/components/Steps'
import { EditFailure } from '@/components/staff/EditFailure'
import { asked } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { DeclareFields } from '../../editions/DeclareFields'
import { declaredFields } from '../../editions/useDeclaring'
import { CheckStep } from './CheckStep'
import { EnterStep } from './EnterStep'
import { actsFor } from './listActs'
import { useListWork, type ListWork } from './useListWork'

const said = staffWords.risk.edit

/** A list of risk areas for `?place=`: entered, checked, declared, proposed. `?edition=` is an earlier one to go back to. */
export default function RiskListEditPage() {
  const { place = '', edition } = useRouter().params
  const editions = useQuery(asked('riskAreas', 'editions', { place }))
  const work = useListWork(place, edition)
  return (
    <Page footer={editions.data && <Footer work={work} />}>
      <StateView query={editions}>
        {(page) => <Content work={work} place={place} waiting={waitingIn(page.editions)} />}
      </StateView>
    </Page>
  )
}

const waitingIn = (editions: readonly { status: string }[]): number =>
  editions.filter(({ status }) => status === 'proposed').length

function Content({ work, place, waiting }: { work: ListWork; place: string; waiting: number }) {
  const { stage, step, isEarlier } = work
  return (
    <>
      <View className="card">
        <Steps current={step} titles={said.steps} />
      </View>
      {step === 0 && waiting > 0 && <Notice tone="warning" title={said.waiting(waiting)} />}
      {stage.at === 'checking' && (
        <Notice tone="calm" title={said.checking}>
          {said.checkingHint}
        </Notice>
      )}
      {stage.at === 'failed' && (
        <EditFailure error={stage.error} fields={work.draft.kind === 'text' ? ['entry.text'] : []} />
      )}
      {step === 0 && !isEarlier && stage.at !== 'checking' && <EnterStep work={work} place={place} />}
      {stage.at === 'checked' && step === 1 && <CheckStep work={work} checked={stage} />}
      {step === 2 && <Declare work={work} />}
    </>
  )
}

function Declare({ work: { draft, changeDeclaring, error, faults } }: { work: ListWork }) {
  return (
    <>
      {error?.code === 'changedMeanwhile' ? (
        <Notice tone="warning" title={said.overtaken} />
      ) : error?.code === 'invalidInput' ? (
        <EditFailure error={error} fields={declaredFields} />
      ) : (
        <FailureNotice error={error} />
      )}
      <DeclareFields value={draft.declaring} onChange={changeDeclaring} faults={faults} now={new Date()} />
    </>
  )
}

/** What can be done now; the last is what most people want. */
function Footer({ work }: { work: ListWork }) {
  const acts = actsFor(work)
  return (
    <>
      {acts.map(({ label, act }, index) => (
        <BigButton
          key={label}
          tone={index === acts.length - 1 ? 'primary' : 'plain'}
          busy={work.stage.at === 'checking' || work.isProposing}
          onClick={act}
        >
          {label}
        </BigButton>
      ))}
    </>
  )
}
