import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { outcomeDates, outcomeTitle } from '@/components/outcomeSentences'
import { StateView } from '@/components/StateView'
import { Tap } from '@/components/Tap'
import { OutcomeCard } from '@/components/staff/OutcomeCard'
import { asked } from '@/services/queries'
import { useSettled } from '@/services/useSettled'
import { staffWords } from '@/words/staff'
import { exampleOf, isComplete, isSame, keeping, tryingText, without, type Trying } from './trying'
import type { PolicyWork } from './usePolicyWork'

const said = staffWords.policy.tryOut

interface TriedProps {
  work: PolicyWork
  trying: Trying
}

/** Asked for the rules as they are now: an answer is never that to rules or to an example that have changed since. */
const useTrial = ({ work: { place, draft }, trying }: TriedProps) =>
  useQuery(
    asked('policy', 'tryOut', { place, name: draft.name, rules: draft.rules, example: exampleOf(trying) }),
  )

/** What the rules make of the example, and of those that were kept. */
export function Tried({ work }: { work: PolicyWork }) {
  const { draft, change } = work
  const { kept } = draft
  // A detail is typed letter by letter.
  const trying = { ...draft.trying, detail: useSettled(draft.trying.detail) }
  return (
    <>
      {isComplete(trying) ? (
        <>
          <Result work={work} trying={trying} />
          {!kept.some((one) => isSame(one, trying)) && (
            <BigButton onClick={() => change({ kept: keeping(kept, trying) })}>{said.keep}</BigButton>
          )}
        </>
      ) : (
        <Notice tone="calm" title={said.missing} />
      )}
      {kept.length > 0 && <View className="title">{said.kept}</View>}
      {kept.map((one) => (
        <Kept key={JSON.stringify(one)} work={work} trying={one} />
      ))}
    </>
  )
}

function Result(props: TriedProps) {
  const { trying } = props
  const trial = useTrial(props)
  const today = dayOf(new Date())
  return (
    <StateView query={trial} empty={{ when: ({ outcome }) => outcome === null, title: said.nothing }}>
      {({ outcome }) =>
        outcome && (
          <OutcomeCard
            title={tryingText(trying, today)}
            outcome={outcome}
            regions={{ [trying.from.region]: trying.from.names }}
            today={today}
          />
        )
      }
    </StateView>
  )
}

function Kept(props: TriedProps) {
  const { work, trying } = props
  const { kept } = work.draft
  const trial = useTrial(props)
  const today = dayOf(new Date())
  const text = tryingText(trying, today)
  return (
    <View className="card">
      <View className="soft">{text}</View>
      <StateView query={trial} empty={{ when: ({ outcome }) => outcome === null, title: said.nothing }}>
        {({ outcome }) =>
          outcome && (
            <>
              <View className="policy-edit__told">{outcomeTitle(outcome)}</View>
              <View>{outcomeDates(outcome, today)[0]}</View>
            </>
          )
        }
      </StateView>
      <Tap
        className="policy-edit__tool"
        label={`${said.forget} ${text}`}
        onTap={() => work.change({ kept: without(kept, trying) })}
      >
        {said.forget}
      </Tap>
    </View>
  )
}
