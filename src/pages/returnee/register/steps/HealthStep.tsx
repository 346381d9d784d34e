import { View } from '@tarojs/components'
import { addDays, type Day } from '@contract/calendar'
import {
  limits,
  symptoms,
  testResults,
  vaccinations,
  type Symptom,
  type TestResult,
} from '@contract/returnee'
import { Choices } from '@/components/Choices'
import { MinuteField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { PictureField } from '@/components/PictureField'
import { OwnPicture } from '@/pages/pictures/OwnPicture'
import type { Pictures } from '@/services/pictures'
import { words } from '@/words'
import { ChoiceQuestion, NoteQuestion } from '../questions'
import { toggleSymptom } from '../form'
import { useAnswer, useRegistrationForm } from '../useAnswer'

const said = words.register.health

/** How they are. */
export function HealthStep({ today, pictures }: { today: Day; pictures: Pictures }) {
  return (
    <>
      <View className="card">
        <SymptomsQuestion />
      </View>
      <View className="card">
        <TestQuestions today={today} pictures={pictures} />
      </View>
      <View className="card">
        <ChoiceQuestion
          name="answers.vaccination"
          label={said.vaccination}
          hint={said.vaccinationHint}
          choices={vaccinationChoices}
        />
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

const vaccinationChoices = vaccinations.map((value) => ({
  value,
  text: value === 'unknown' ? said.notSaid : words.registration.vaccination[value],
}))

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

function TestQuestions({ today, pictures }: { today: Day; pictures: Pictures }) {
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
        onChosen={(chosen) => {
          if (chosen !== 'none') return
          setValue('answers.test.takenAt', '')
          pictures.clear()
        }}
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
      {wasTested && <PicturesQuestion {...pictures} />}
    </>
  )
}

function PicturesQuestion({ pictures, notChosen, add, retake, retry, remove }: Pictures) {
  const { fault, id } = useAnswer('answers.test.pictures')
  return (
    <PictureField
      id={id}
      label={said.pictures}
      hint={said.picturesHint}
      explain={said.picturesExplain}
      fault={fault}
      optional
      most={limits.testPictures}
      pictures={pictures}
      notChosen={notChosen}
      show={(one) => <OwnPicture {...one} label={said.pictures} />}
      onAdd={add}
      onRetake={retake}
      onRetry={retry}
      onRemove={remove}
    />
  )
}
