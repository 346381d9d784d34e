import { View } from '@tarojs/components'
import { addDays, type Day } from '@contract/calendar'
import { limits, symptoms, testResults, type Symptom, type TestResult } from '@contract/returnee'
import { Choices } from '@/components/Choices'
import { MinuteField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { words } from '@/words'
import { ChoiceQuestion, NoteQuestion } from '../questions'
import { toggleSymptom } from '../form'
import { useAnswer, useRegistrationForm } from '../useAnswer'

const said = words.register.health

/** How they are. */
export function HealthStep({ today }: { today: Day }) {
  return (
    <>
      <View className="card">
        <SymptomsQuestion />
      </View>
      <View className="card">
        <TestQuestions today={today} />
      </View>
      <View className="card">
        <NoteQuestion
          name="answers.note"
          label={said.note}
          placeholder={said.notePlaceholder}
          optional
          most={limits.note}
        />
      </View>
    </>
  )
}

const NONE = 'none'

const choices = [
  { value: NONE, text: said.none },
  ...symptoms.map((value) => ({ value, text: words.registration.symptom[value] })),
] as const

function SymptomsQuestion() {
  const { value, change, fault, id } = useAnswer('answers.symptoms')
  // Not answered yet, whatever the type of a checked form says.
  const felt = value as Symptom[] | null
  return (
    <Field id={id} label={said.symptoms} hint={said.symptomsHint} fault={fault && 'required'}>
      <Choices<Symptom | typeof NONE>
        label={said.symptoms}
        several
        choices={choices}
        chosen={felt?.length === 0 ? [NONE] : (felt ?? [])}
        onToggle={(chosen) => change((chosen === NONE ? [] : toggleSymptom(felt ?? [], chosen)) as Symptom[])}
      />
    </Field>
  )
}

const TEST_DAYS_BACK = 180

function TestQuestions({ today }: { today: Day }) {
  const { setValue } = useRegistrationForm()
  const { value: result } = useAnswer('answers.test.result')
  const { value: takenAt, change, fault, id } = useAnswer('answers.test.takenAt')
  const wasTested = ((result as TestResult | undefined) ?? 'none') !== 'none'
  return (
    <>
      <ChoiceQuestion
        name="answers.test.result"
        label={said.result}
        choices={testResults.map((value) => ({ value, text: words.registration.testResult[value] }))}
        onChosen={(chosen) => chosen === 'none' && setValue('answers.test.takenAt', '')}
      />
      {wasTested && (
        <Field id={id} label={said.takenAt} fault={fault}>
          <MinuteField
            label={said.takenAt}
            value={takenAt ?? ''}
            onChange={change}
            today={today}
            from={addDays(today, -TEST_DAYS_BACK)}
            until={today}
            wrong={fault !== undefined}
          />
        </Field>
      )}
    </>
  )
}
