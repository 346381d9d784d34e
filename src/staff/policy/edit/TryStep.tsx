import { useState } from 'react'
import { View } from '@tarojs/components'
import { useMutation, useQuery } from '@tanstack/react-query'
import { addDays, dayOf } from '@contract/calendar'
import { limits, testResults, vaccinations } from '@contract/returneeAnswers'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { DayField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Tap } from '@/components/Tap'
import { TextInput } from '@/components/TextInput'
import { EditFailure } from '@/components/staff/EditFailure'
import { OutcomeCard } from '@/components/staff/OutcomeCard'
import { answerOf, api } from '@/services/api'
import { asked, callErrorOf } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import type { Trying } from './trying'
import type { PolicyWork } from './usePolicyWork'

const said = staffWords.policy.tryOut

const YES = ['yes', 'no'] as const

/** The rules tried on somebody made up, under the list in force: left A on the 3rd, arrived on the 5th. */
export function TryStep({ work: { place, draft, change } }: { work: PolicyWork }) {
  const { trying, name, rules } = draft
  const today = dayOf(new Date())
  const set = (changes: Partial<Trying>) => change({ trying: { ...trying, ...changes } })
  const trial = useMutation({
    mutationFn: (from: NonNullable<Trying['from']>) => {
      const { leftOn, arrivesOn, hasSymptoms, test, vaccination } = trying
      const example = {
        from: { region: from.region, detail: '' },
        leftOn,
        arrivesOn: arrivesOn < leftOn ? leftOn : arrivesOn,
        passed: [],
        hasSymptoms,
        test,
        vaccination,
      }
      return answerOf(api.policy.tryOut({ place, name, rules, example }))
    },
  })
  const [isMissing, setMissing] = useState(false)
  const send = () => {
    setMissing(!trying.from)
    if (trying.from) trial.mutate(trying.from)
  }
  const from = addDays(today, -limits.departureDaysBack)
  const until = addDays(today, limits.arrivalDaysAhead)
  return (
    <>
      <View className="card">
        <View className="soft">{said.explain}</View>
        <FromField trying={trying} place={place} isMissing={isMissing} onChange={set} />
        <Field label={said.leftOn}>
          <DayField
            label={said.leftOn}
            value={trying.leftOn}
            onChange={(leftOn) => set({ leftOn })}
            {...{ today, from, until }}
          />
        </Field>
        <Field label={said.arrivesOn}>
          <DayField
            label={said.arrivesOn}
            value={trying.arrivesOn}
            onChange={(arrivesOn) => set({ arrivesOn })}
            {...{ today, from: trying.leftOn, until }}
          />
        </Field>
        <Field label={said.symptoms}>
          <Choices
            label={said.symptoms}
            choices={YES.map((value) => ({ value, text: said[value] }))}
            chosen={[trying.hasSymptoms ? 'yes' : 'no']}
            onToggle={(value) => set({ hasSymptoms: value === 'yes' })}
          />
        </Field>
        <Field label={said.test}>
          <Choices
            label={said.test}
            choices={testResults.map((value) => ({ value, text: words.registration.testResult[value] }))}
            chosen={[trying.test]}
            onToggle={(test) => set({ test })}
          />
        </Field>
        <Field label={said.vaccination}>
          <Choices
            label={said.vaccination}
            choices={vaccinations.map((value) => ({ value, text: words.registration.vaccination[value] }))}
            chosen={[trying.vaccination]}
            onToggle={(vaccination) => set({ vaccination })}
          />
        </Field>
      </View>
      <BigButton busy={trial.isPending} onClick={send}>
        {said.send}
      </BigButton>
      <EditFailure error={trial.error && callErrorOf(trial.error)} />
      {trial.data && <Result outcome={trial.data.outcome} trying={trying} from={trial.variables} />}
    </>
  )
}

type From = NonNullable<Trying['from']>

function Result({
  outcome,
  trying,
  from,
}: {
  outcome: Parameters<typeof OutcomeCard>[0]['outcome'] | null
  trying: Trying
  from: From
}) {
  const today = dayOf(new Date())
  if (!outcome) return <Notice tone="danger" title={said.nothing} />
  const day = (one: string) => words.dates.date(one, today)
  return (
    <OutcomeCard
      title={said.told(day(trying.leftOn), from.names, day(trying.arrivesOn))}
      outcome={outcome}
      regions={{ [from.region]: from.names }}
      today={today}
    />
  )
}

interface FromFieldProps {
  trying: Trying
  place: string
  isMissing: boolean
  onChange: (changes: Partial<Trying>) => void
}

const MOST_TYPED = 40

/** The table of regions is the functions': a county is found by asking for it. */
function FromField({ trying, place, isMissing, onChange }: FromFieldProps) {
  const [typed, setTyped] = useState('')
  const sought = typed.trim()
  const found = useQuery({
    ...asked('riskAreas', 'search', { words: sought, place }),
    enabled: sought.length > 1,
  })
  const choose = (region: string, names: string) => {
    onChange({ from: { region, names } })
    setTyped('')
  }
  return (
    <Field label={said.from} fault={isMissing && !trying.from ? 'required' : undefined}>
      {trying.from && <View className="policy-edit__told">{trying.from.names}</View>}
      <TextInput
        label={said.from}
        value={typed}
        onChange={setTyped}
        placeholder={said.search}
        most={MOST_TYPED}
      />
      {sought.length > 1 &&
        found.data?.hits.map(({ region, names }) => (
          <Tap key={region} label={names} onTap={() => choose(region, names)}>
            {names}
          </Tap>
        ))}
      {sought.length > 1 && found.data?.hits.length === 0 && <View className="soft">{said.notFound}</View>}
    </Field>
  )
}
