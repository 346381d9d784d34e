import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { addDays, dayOf } from '@contract/calendar'
import { limits, testResults, vaccinations } from '@contract/returneeAnswers'
import { Choices } from '@/components/Choices'
import { DayField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { StateView } from '@/components/StateView'
import { Tap } from '@/components/Tap'
import { TextInput } from '@/components/TextInput'
import { asked } from '@/services/queries'
import { useSettled } from '@/services/useSettled'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Tried } from './Tried'
import { leavingOn, type Begun, type Trying } from './trying'
import type { PolicyWork } from './usePolicyWork'

const said = staffWords.policy.tryOut

const YES = ['yes', 'no'] as const

/** As many characters as the contract takes. */
const most = { sought: 40, detail: 60 } as const

interface FieldsProps {
  trying: Begun
  onChange: (changes: Partial<Begun>) => void
}

/** The rules tried on somebody made up, under the list in force: left A on the 3rd, arrived on the 5th. */
export function TryStep({ work }: { work: PolicyWork }) {
  const { place, draft, change } = work
  const { trying } = draft
  const set = (changes: Partial<Begun>) => change({ trying: { ...trying, ...changes } })
  return (
    <>
      <View className="card">
        <View className="soft policy-edit__explain">{said.explain}</View>
        <FromField place={place} from={trying.from} onChange={(from) => set({ from })} />
        <Field label={said.detail} hint={said.detailHint} optional>
          <TextInput
            label={said.detail}
            value={trying.detail}
            onChange={(detail) => set({ detail })}
            most={most.detail}
          />
        </Field>
        <Days trying={trying} onChange={set} />
        <Health trying={trying} onChange={set} />
      </View>
      <Tried work={work} />
    </>
  )
}

function Days({ trying, onChange }: FieldsProps) {
  const today = dayOf(new Date())
  const until = addDays(today, limits.arrivalDaysAhead)
  return (
    <>
      <Field label={said.leftOn}>
        <DayField
          label={said.leftOn}
          value={trying.leftOn}
          onChange={(leftOn) => onChange(leavingOn(trying, leftOn))}
          today={today}
          from={addDays(today, -limits.departureDaysBack)}
          until={until}
        />
      </Field>
      <Field label={said.arrivesOn}>
        <DayField
          label={said.arrivesOn}
          value={trying.arrivesOn}
          onChange={(arrivesOn) => onChange({ arrivesOn })}
          today={today}
          from={trying.leftOn}
          until={until}
        />
      </Field>
    </>
  )
}

function Health({ trying, onChange }: FieldsProps) {
  return (
    <>
      <Field label={said.symptoms}>
        <Choices
          label={said.symptoms}
          choices={YES.map((value) => ({ value, text: said[value] }))}
          chosen={[trying.hasSymptoms ? 'yes' : 'no']}
          onToggle={(value) => onChange({ hasSymptoms: value === 'yes' })}
        />
      </Field>
      <Field label={said.test}>
        <Choices
          label={said.test}
          choices={testResults.map((value) => ({ value, text: words.registration.testResult[value] }))}
          chosen={[trying.test]}
          onToggle={(test) => onChange({ test })}
        />
      </Field>
      <Field label={said.vaccination}>
        <Choices
          label={said.vaccination}
          choices={vaccinations.map((value) => ({ value, text: words.registration.vaccination[value] }))}
          chosen={[trying.vaccination]}
          onToggle={(vaccination) => onChange({ vaccination })}
        />
      </Field>
    </>
  )
}

interface FromFieldProps {
  place: string
  from: Begun['from']
  onChange: (from: Trying['from']) => void
}

function FromField({ place, from, onChange }: FromFieldProps) {
  const [typed, setTyped] = useState('')
  const choose = (county: Trying['from']) => {
    onChange(county)
    setTyped('')
  }
  return (
    <Field label={said.from}>
      {from && <View className="policy-edit__told">{from.names}</View>}
      <TextInput
        label={said.from}
        value={typed}
        onChange={setTyped}
        placeholder={said.search}
        most={most.sought}
      />
      {typed.trim() !== '' && <Counties sought={typed.trim()} place={place} onChoose={choose} />}
    </Field>
  )
}

interface CountiesProps {
  sought: string
  place: string
  onChoose: (county: Trying['from']) => void
}

/** The table of regions is the functions': a county is found by asking for it. */
function Counties({ sought, place, onChoose }: CountiesProps) {
  const found = useQuery(asked('riskAreas', 'search', { words: useSettled(sought), place }))
  return (
    <StateView query={found} empty={{ when: ({ hits }) => hits.length === 0, title: said.notFound }}>
      {({ hits }) =>
        hits.map(({ region, names }) => (
          <Tap
            key={region}
            className="policy-edit__county"
            label={names}
            onTap={() => onChoose({ region, names })}
          >
            {names}
          </Tap>
        ))
      }
    </StateView>
  )
}
