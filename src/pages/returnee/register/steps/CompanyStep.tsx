import { View } from '@tarojs/components'
import { useFieldArray } from 'react-hook-form'
import { addDays, type Day } from '@contract/calendar'
import { limits, type RegistrationDraft } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { ListEntry } from '@/components/ListEntry'
import { words } from '@/words'
import type { CheckedForm, RegistrationForm } from '../form'
import { DayQuestion } from '../questions'
import { RegionQuestion } from '../RegionQuestion'
import { useAnswer, useRegistrationForm } from '../useAnswer'
import { CompanionQuestions } from './CompanionQuestions'

const said = words.register.company

/** With whom they come, and where else they were. */
export function CompanyStep({ today }: { today: Day }) {
  return (
    <>
      <Companions />
      <Passed today={today} />
    </>
  )
}

type Companion = RegistrationDraft['companions'][number]

// The relation stays unanswered until one is chosen.
const newCompanion = {
  name: '',
  phone: '',
  document: { kind: 'residentId', number: '' },
} as unknown as Companion

function Companions() {
  const { control } = useRegistrationForm()
  const list = useFieldArray<RegistrationForm, 'answers.companions', 'id', CheckedForm>({
    control,
    name: 'answers.companions',
  })
  const { fault, id } = useAnswer('answers.companions')
  return (
    <View className="card">
      <Field id={id} label={said.companions} hint={said.companionsHint} fault={fault}>
        {list.fields.map((companion, index) => (
          <ListEntry
            key={companion.id}
            title={said.companion(index + 1)}
            removeLabel={said.removeCompanion(index + 1)}
            onRemove={() => list.remove(index)}
          >
            <CompanionQuestions index={index} />
          </ListEntry>
        ))}
        {list.fields.length < limits.companions && (
          <BigButton onClick={() => list.append(newCompanion)}>{said.add}</BigButton>
        )}
      </Field>
    </View>
  )
}

function Passed({ today }: { today: Day }) {
  const { control } = useRegistrationForm()
  const list = useFieldArray<RegistrationForm, 'answers.passed', 'id', CheckedForm>({
    control,
    name: 'answers.passed',
  })
  const { fault, id } = useAnswer('answers.passed')
  const { value: arrivesOn } = useAnswer('answers.arrivesOn')
  const latest = arrivesOn || today
  return (
    <View className="card">
      <Field id={id} label={said.passed} hint={said.passedHint} fault={fault}>
        {list.fields.map((place, index) => (
          <ListEntry
            key={place.id}
            title={said.passedPlace(index + 1)}
            removeLabel={said.removePassed(index + 1)}
            onRemove={() => list.remove(index)}
          >
            <RegionQuestion
              name={`answers.passed.${index}.region`}
              label={said.region}
              spoken={said.labelOf(said.passedPlace(index + 1), said.region)}
            />
            <DayQuestion
              name={`answers.passed.${index}.on`}
              label={said.on}
              spoken={said.labelOf(said.passedPlace(index + 1), said.on)}
              today={today}
              from={addDays(latest, -limits.passedDaysBefore)}
              until={latest}
            />
          </ListEntry>
        ))}
        {list.fields.length < limits.passed && (
          <BigButton onClick={() => list.append({ region: '', on: '' })}>{said.addPassed}</BigButton>
        )}
      </Field>
    </View>
  )
}
