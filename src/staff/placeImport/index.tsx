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
import { staffWords } from '@/words/staff'
import { Example } from './Example'
import { changesIn } from './planWords'
import { PlanView } from './PlanView'
import { useImport, type Stage } from './useImport'

const said = staffWords.placeImport

type Importing = ReturnType<typeof useImport>

/** A spreadsheet becomes places below `?place=`: chosen, checked, looked at, imported. */
export default function PlaceImportPage() {
  const { place = '' } = useRouter().params
  const node = useQuery(asked('places', 'node', { place }))
  const importing = useImport(place)
  return (
    <Page footer={node.data && <Footer importing={importing} place={place} />}>
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
          {stage.notChosen && <Notice tone="danger" title={said.notChosen[stage.notChosen]} />}
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

interface Choice {
  label: string
  choose: () => void
}

/** What can be done now; the last is what most people want. Nothing while the cloud is at work. */
function choicesAt({ stage, choose, check, apply }: Importing, showPlaces: () => void): Choice[] {
  const another = { label: said.chooseAgain, choose }
  switch (stage.at) {
    case 'choosing':
      return [{ label: said.choose, choose }]
    case 'checking':
    case 'applying':
      return []
    case 'checked': {
      if (stage.plan.faults.total > 0) return [{ label: said.chooseCorrected, choose }]
      const count = changesIn(stage.plan)
      return count === 0 ? [another] : [another, { label: said.send(count), choose: () => apply(stage) }]
    }
    case 'done':
      return [{ label: said.back, choose: showPlaces }]
    case 'failed': {
      const { chosen, error } = stage
      // What is wrong with the file itself stays wrong.
      if (error.fields?.file && error.fields.file !== 'sheetMissing') return [another]
      return [another, { label: said.checkAgain, choose: () => check(chosen) }]
    }
  }
}

function Footer({ importing, place }: { importing: Importing; place: string }) {
  const showPlaces = () =>
    void (Taro.getCurrentPages().length > 1
      ? Taro.navigateBack()
      : Taro.redirectTo({ url: `/staff/places/index?place=${place}` }))
  const choices = choicesAt(importing, showPlaces)
  if (choices.length === 0) {
    return (
      <BigButton tone="primary" busy onClick={() => undefined}>
        {said.busy}
      </BigButton>
    )
  }
  return (
    <>
      {choices.map(({ label, choose }, index) => (
        <BigButton key={label} tone={index === choices.length - 1 ? 'primary' : 'plain'} onClick={choose}>
          {label}
        </BigButton>
      ))}
    </>
  )
}
