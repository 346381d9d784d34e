import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked } from '@/services/queries'
import { words } from '@/words'
import { Example } from './Example'
import { changesIn } from './planLines'
import { PlanView } from './PlanView'
import { useImport, type Stage } from './useImport'

const said = words.placeImport

type Importing = ReturnType<typeof useImport>

/** A spreadsheet becomes places below `?place=`: chosen, checked, looked at, imported. */
export default function PlaceImportPage() {
  const { place = '' } = useRouter().params
  const node = useQuery(asked('places', 'node', { place }))
  const importing = useImport(place)
  return (
    <Page footer={node.data && <Footer importing={importing} />}>
      <StateView query={node}>
        {({ name }) => (
          <>
            <View className="card title">{said.into(name)}</View>
            <Content stage={importing.stage} root={name} />
          </>
        )}
      </StateView>
    </Page>
  )
}

function Content({ stage, root }: { stage: Stage; root: string }) {
  switch (stage.at) {
    case 'choosing':
      return (
        <>
          {!stage.couldChoose && <Notice tone="danger" title={said.notChosen} />}
          <Example />
          <View className="soft">{said.where}</View>
        </>
      )
    case 'checking':
      return (
        <Notice tone="calm" title={said.checking}>
          {said.checkingHint}
        </Notice>
      )
    case 'checked':
      return <PlanView file={stage.chosen.name} plan={stage.plan} root={root} />
    case 'applying':
      return (
        <Notice tone="calm" title={said.applying(stage.done, stage.of)}>
          {said.applyingHint}
        </Notice>
      )
    case 'done':
      return (
        <Notice tone="good" title={said.done(stage.done)}>
          {said.doneHint}
        </Notice>
      )
    case 'failed':
      return <Failed {...stage} />
  }
}

function Failed({ error, done }: Extract<Stage, { at: 'failed' }>) {
  const fault = error.fields?.file
  return (
    <>
      {done > 0 && <Notice tone="warning" title={said.stopped(done)} />}
      {fault && <Notice tone="danger" title={words.faults[fault]} />}
      {error.code === 'changedMeanwhile' && <Notice tone="warning" title={said.overtaken} />}
      {!fault && error.code !== 'changedMeanwhile' && <FailureNotice error={error} />}
    </>
  )
}

function Footer({ importing: { stage, choose, check, apply } }: { importing: Importing }) {
  const another = <BigButton onClick={choose}>{said.chooseAgain}</BigButton>
  switch (stage.at) {
    case 'choosing':
      return (
        <BigButton tone="primary" onClick={choose}>
          {said.choose}
        </BigButton>
      )
    case 'checking':
    case 'applying':
      return (
        <BigButton tone="primary" busy onClick={choose}>
          {said.busy}
        </BigButton>
      )
    case 'checked': {
      const count = changesIn(stage.plan)
      if (stage.plan.faults.total > 0)
        return (
          <BigButton tone="primary" onClick={choose}>
            {said.chooseCorrected}
          </BigButton>
        )
      return (
        <>
          {another}
          {count > 0 && (
            <BigButton tone="primary" onClick={() => apply(stage)}>
              {said.send(count)}
            </BigButton>
          )}
        </>
      )
    }
    case 'done':
      return (
        <BigButton tone="primary" onClick={() => void Taro.navigateBack()}>
          {said.back}
        </BigButton>
      )
    case 'failed':
      // What is wrong with the file itself stays wrong.
      if (stage.error.fields?.file && stage.error.fields.file !== 'sheetMissing') return another
      return (
        <>
          {another}
          <BigButton tone="primary" onClick={() => check(stage.chosen)}>
            {said.checkAgain}
          </BigButton>
        </>
      )
  }
}
