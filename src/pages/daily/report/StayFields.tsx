import { addDays, type Day } from '@contract/calendar'
import { reportLimits } from '@contract/selfReport'
import { Choices } from '@/components/Choices'
import { DayField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { TextInput } from '@/components/TextInput'
import { selfReportWords } from '@/words/selfReport'
import type { PersonProps } from './personProps'
import { changeStay, companionsOf, daysOf, onDays, toggleCompanion, type Stay, type StayDays } from './stays'
import { useDailyForm, useFault } from './useAnswer'

const said = selfReportWords.stays

const days: readonly { value: StayDays; text: string }[] = [
  { value: 'today', text: said.today },
  { value: 'yesterday', text: said.yesterday },
  { value: 'other', text: said.otherDays },
]

/** When, where exactly and with whom of the family: all who were there together are changed together. */
export function StayFields({ person, index, people, today, place }: PersonProps & { place: number }) {
  const { watch, setValue, formState } = useDailyForm()
  const all = watch('people')
  const fault = useFault(`people.${index}.been.${place}.detail`)
  const stay = all[index]?.been[place]
  if (!stay) return null
  const put = (now: typeof all) => setValue('people', now, { shouldValidate: formState.isSubmitted })
  const change = (to: Stay) => put(changeStay(all, stay, to))
  const others = people.filter(({ id }) => id !== person.id)
  return (
    <>
      <Field label={said.when}>
        <Choices
          label={said.when}
          choices={days}
          chosen={[daysOf(stay, today)]}
          onToggle={(chosen) => change(onDays(stay, chosen, today))}
        />
      </Field>
      {daysOf(stay, today) === 'other' && (
        <>
          {(['first', 'last'] as const).map((end) => (
            <StayDay
              key={end}
              name={`people.${index}.been.${place}.${end}`}
              label={said[end]}
              value={stay[end]}
              today={today}
              onChange={(day) => change({ ...stay, [end]: day })}
            />
          ))}
        </>
      )}
      <Field label={said.detail} hint={said.detailHint} fault={fault} optional>
        <TextInput
          label={said.detail}
          placeholder={said.detailPlaceholder}
          value={stay.detail ?? ''}
          onChange={(typed) => change({ ...stay, detail: typed })}
          most={60}
          wrong={fault !== undefined}
        />
      </Field>
      {others.length > 0 && (
        <Field label={said.together} optional>
          <Choices
            label={said.together}
            several
            choices={others.map(({ id, name }) => ({ value: id, text: name }))}
            chosen={companionsOf(all, stay)}
            onToggle={(companion) => put(toggleCompanion(all, stay, companion))}
          />
        </Field>
      )}
    </>
  )
}

interface StayDayProps {
  name: `people.${number}.been.${number}.${'first' | 'last'}`
  label: string
  value: Day
  today: Day
  onChange: (day: Day) => void
}

function StayDay({ name, label, value, today, onChange }: StayDayProps) {
  const fault = useFault(name)
  return (
    <Field label={label} fault={fault}>
      <DayField
        label={label}
        value={value}
        onChange={onChange}
        today={today}
        from={addDays(today, -reportLimits.beenDaysBack)}
        until={today}
        wrong={fault !== undefined}
      />
    </Field>
  )
}
