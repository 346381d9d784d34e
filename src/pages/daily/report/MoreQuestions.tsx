import { addDays } from '@contract/calendar'
import { vaccinations } from '@contract/returneeAnswers'
import { reportedResults, reportLimits } from '@contract/selfReport'
import { Choices } from '@/components/Choices'
import { DayField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { TextArea } from '@/components/TextArea'
import { selfReportWords as said } from '@/words/selfReport'
import type { PersonProps } from './personProps'
import { StayQuestions } from './StayQuestions'
import { useAnswer, useFault } from './useAnswer'

/** What is seldom to be said: where they were, a test, a vaccination, a note. */
export function MoreQuestions(props: PersonProps) {
  const { person, index } = props
  const vaccination = useAnswer(`people.${index}.vaccination`)
  const note = useAnswer(`people.${index}.note`)
  return (
    <>
      <StayQuestions {...props} />
      <TestQuestions {...props} />
      <Field label={said.vaccination.label} fault={vaccination.fault}>
        <Choices
          label={said.spoken(person.name, said.vaccination.label)}
          choices={vaccinations.map((value) => ({ value, text: said.vaccination.choice[value] }))}
          chosen={[vaccination.value ?? 'unknown']}
          onToggle={vaccination.change}
        />
      </Field>
      <Field label={said.note} fault={note.fault} optional>
        <TextArea
          label={said.spoken(person.name, said.note)}
          value={note.value ?? ''}
          onChange={note.change}
          placeholder={said.notePlaceholder}
          most={reportLimits.note}
          wrong={note.fault !== undefined}
        />
      </Field>
    </>
  )
}

const NONE = 'none'

const results = [
  { value: NONE, text: said.test.none },
  ...reportedResults.map((value) => ({ value, text: said.test.result[value] })),
] as const

/** A test is one of the last days: nobody reports what they had a month ago. */
const TEST_DAYS_BACK = 14

function TestQuestions({ person, index, today }: PersonProps) {
  const test = useAnswer(`people.${index}.test`)
  const fault = useFault(`people.${index}.test.takenOn`)
  const toggle = (result: (typeof results)[number]['value']) =>
    test.change(result === NONE ? null : { result, takenOn: test.value?.takenOn ?? today })
  return (
    <>
      <Field label={said.test.label}>
        <Choices
          label={said.spoken(person.name, said.test.label)}
          choices={results}
          chosen={[test.value?.result ?? NONE]}
          onToggle={toggle}
        />
      </Field>
      {test.value && (
        <Field label={said.test.takenOn} fault={fault}>
          <DayField
            label={said.spoken(person.name, said.test.takenOn)}
            value={test.value.takenOn}
            onChange={(takenOn) => test.value && test.change({ ...test.value, takenOn })}
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
