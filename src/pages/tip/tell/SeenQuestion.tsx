import { addDays, dayOf, type Day } from '@contract/calendar'
import type { FieldFault } from '@contract/faults'
import { dayParts, tipLimits } from '@contract/letterbox'
import { Choices } from '@/components/Choices'
import { DayField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { tipWords } from '@/words/tip'
import { seenAt, whens, type Seen } from './seen'

const said = tipWords.tell.seen

interface SeenQuestionProps {
  seen: Seen
  today: Day
  fault: FieldFault | undefined
  onChange: (seen: Seen) => void
}

/** When it was seen, never closer than a part of the day. */
export function SeenQuestion({ seen, today, fault, onChange }: SeenQuestionProps) {
  const isDay = seen.when === 'day'
  return (
    <>
      <Field label={said.label} fault={isDay ? undefined : fault}>
        <Choices
          label={said.label}
          choices={whens.map((value) => ({ value, text: said.choice[value] }))}
          chosen={whens.filter((value) => value === seen.when)}
          onToggle={(when) => onChange(seenAt(when, dayOf(new Date()), new Date()))}
        />
      </Field>
      {isDay && (
        <Field label={said.day} fault={fault}>
          <DayField
            label={said.day}
            value={seen.on}
            onChange={(on) => onChange({ ...seen, on })}
            today={today}
            from={addDays(today, -tipLimits.daysAgo)}
            until={today}
            wrong={fault !== undefined}
          />
        </Field>
      )}
      {seen.when !== null && seen.when !== 'now' && (
        <Field label={said.part} optional>
          <Choices
            label={said.part}
            choices={dayParts.map((value) => ({ value, text: said.parts[value] }))}
            chosen={dayParts.filter((value) => value === seen.part)}
            onToggle={(part) => onChange({ ...seen, part: part === seen.part ? null : part })}
          />
        </Field>
      )}
    </>
  )
}
