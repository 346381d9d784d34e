import { useState } from 'react'
import type { Symptom } from '@contract/returneeAnswers'
import { contacts, type ContactWith } from '@contract/selfReport'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Tap } from '@/components/Tap'
import { TextInput } from '@/components/TextInput'
import { words } from '@/words'
import { reportsWords } from '@/words/reports'
import { selfReportWords as said } from '@/words/selfReport'
import type { ReportingPerson } from '../reporting'
import { concernsIn, degreesOf, isReadable } from './answers'
import { MoreQuestions } from './MoreQuestions'
import type { PersonProps } from './personProps'
import { useAnswer, useDailyForm } from './useAnswer'

/** How one of them is: what is asked every day, and behind a tap what is seldom to be said. */
export function PersonQuestions(props: PersonProps) {
  const { person, index, rules, today } = props
  const { getValues, watch } = useDailyForm()
  const hasFever = concernsIn(watch(`people.${index}`), rules).includes('fever')
  const [hasMore, setMore] = useState(() => {
    const { been, test, note } = getValues(`people.${index}`)
    return been.length > 0 || Boolean(test) || note !== ''
  })
  return (
    <>
      {person.isUnwell && <Notice tone="warning" title={said.wasUnwell} />}
      <Temperature person={person} index={index} today={today} />
      <Several<Symptom>
        name={`people.${index}.symptoms`}
        label={said.symptoms}
        spoken={said.spoken(person.name, said.symptoms)}
        none={hasFever ? said.noneBesides : said.none}
        choices={rules.symptoms.map(({ symptom }) => ({
          value: symptom,
          text: words.registration.symptom[symptom],
        }))}
      />
      <Several<ContactWith>
        name={`people.${index}.contacts`}
        label={said.contacts}
        spoken={said.spoken(person.name, said.contacts)}
        none={said.none}
        choices={contacts.map((value) => ({ value, text: said.contact[value] }))}
      />
      {hasMore ? (
        <MoreQuestions {...props} />
      ) : (
        <Tap className="person-card__more" onTap={() => setMore(true)}>
          {said.more}
        </Tap>
      )}
    </>
  )
}

interface TemperatureProps {
  person: ReportingPerson
  index: number
  today: string
}

function Temperature({ person: { name, last }, index, today }: TemperatureProps) {
  const { value, change, leave, fault } = useAnswer(`people.${index}.temperature`)
  const degrees = isReadable({ temperature: value }) ? degreesOf({ temperature: value }) : null
  const understood = degrees === null ? '' : reportsWords.degrees(degrees)
  const hint =
    last?.temperature == null
      ? said.temperatureHint
      : said.lastTime(words.dates.shortDay(last.on, today), reportsWords.degrees(last.temperature))
  return (
    <Field
      label={said.temperature}
      hint={understood === '' || understood.startsWith(value) ? hint : said.understood(understood)}
      fault={fault}
    >
      <TextInput
        label={said.spoken(name, said.temperature)}
        keyboard="temperature"
        placeholder={said.temperaturePlaceholder}
        value={value}
        onChange={change}
        onBlur={leave}
        most={12}
        wrong={fault !== undefined}
      />
    </Field>
  )
}

const NONE = 'none'

interface SeveralProps<Value extends string> {
  name: `people.${number}.symptoms` | `people.${number}.contacts`
  label: string
  spoken: string
  /** Says that it is none of them. */
  none: string
  choices: readonly { value: Value; text: string }[]
}

/** Several of a few; that it is none of them is said in so many words. */
function Several<Value extends string>({ name, label, spoken, none, choices }: SeveralProps<Value>) {
  const { value, change, fault } = useAnswer(name)
  // The name and the choices belong together.
  const chosen = value as readonly string[] as readonly Value[]
  const toggle = (one: Value | typeof NONE) => {
    const others = chosen.filter((other) => other !== one)
    const now = one === NONE ? [] : others.length < chosen.length ? others : [...chosen, one]
    change(now as never[])
  }
  return (
    <Field label={label} fault={fault}>
      <Choices<Value | typeof NONE>
        label={spoken}
        several
        choices={[{ value: NONE, text: none }, ...choices]}
        chosen={chosen.length === 0 ? [NONE] : chosen}
        onToggle={toggle}
      />
    </Field>
  )
}
