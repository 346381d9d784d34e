import { View } from '@tarojs/components'
import { addDays, dayOf, type Day } from '@contract/calendar'
import { effectiveDaysAhead } from '@contract/editions'
import type { Faults } from '@contract/faults'
import { Choices } from '@/components/Choices'
import { DayField, MinuteField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { PageSight } from '@/components/PageSight'
import { TextArea } from '@/components/TextArea'
import { TextInput } from '@/components/TextInput'
import { staffWords } from '@/words/staff'
import type { Declaring } from './useDeclaring'
import './DeclareFields.scss'

const said = staffWords.editions.declare

/** As many characters as the contract takes. */
const most = { text: 60, link: 300, words: 300 } as const

const DAYS_BACK = 365

/** Nobody enters an announcement that is older than a year, unless they start from one. */
const firstDay = (publishedOn: Day, today: Day): Day => {
  const usual = addDays(today, -DAYS_BACK)
  return publishedOn !== '' && publishedOn < usual ? publishedOn : usual
}

interface DeclareFieldsProps {
  value: Declaring
  onChange: (value: Declaring) => void
  faults: Faults
  now: Date
}

/** Where an edition comes from, from when on it applies, and why there is a new one. */
export function DeclareFields({ value, onChange, faults, now }: DeclareFieldsProps) {
  const today = dayOf(now)
  const set = (changes: Partial<Declaring>) => onChange({ ...value, ...changes })
  return (
    <PageSight>
      <View className="card">
        <Field label={said.source} hint={said.sourceHint} fault={faults['source.text']}>
          <TextInput
            label={said.source}
            value={value.text}
            onChange={(text) => set({ text })}
            placeholder={said.sourcePlaceholder}
            most={most.text}
            wrong={faults['source.text'] !== undefined}
          />
        </Field>
        <Field label={said.link} optional fault={faults['source.link']}>
          <TextInput
            label={said.link}
            value={value.link}
            onChange={(link) => set({ link })}
            placeholder="https://"
            most={most.link}
            wrong={faults['source.link'] !== undefined}
          />
        </Field>
        <Field label={said.publishedOn} fault={faults['source.publishedOn']}>
          <DayField
            label={said.publishedOn}
            value={value.publishedOn}
            onChange={(publishedOn) => set({ publishedOn })}
            today={today}
            from={firstDay(value.publishedOn, today)}
            until={today}
          />
        </Field>
        <When value={value} onChange={onChange} faults={faults} now={now} />
        <Field label={said.words} hint={said.wordsHint} fault={faults.words}>
          <View className="declare-fields__presets">
            <Choices
              label={said.words}
              choices={said.presets.map((preset) => ({ value: preset, text: preset }))}
              chosen={[value.words]}
              onToggle={(preset) => set({ words: preset })}
            />
          </View>
          <TextArea
            label={said.words}
            value={value.words}
            onChange={(text) => set({ words: text })}
            most={most.words}
            wrong={faults.words !== undefined}
          />
        </Field>
      </View>
    </PageSight>
  )
}

function When({ value, onChange, faults, now }: DeclareFieldsProps) {
  const today = dayOf(now)
  const isLater = value.effectiveFrom !== ''
  return (
    <Field label={said.when} fault={faults.effectiveFrom}>
      <Choices
        label={said.when}
        choices={[
          { value: 'atOnce', text: said.atOnce },
          { value: 'later', text: said.later },
        ]}
        chosen={[isLater ? 'later' : 'atOnce']}
        onToggle={(chosen) =>
          onChange({
            ...value,
            effectiveFrom: chosen === 'later' ? `${addDays(today, 1)} 00:00` : '',
          })
        }
      />
      {isLater && (
        <View className="declare-fields__minute">
          <MinuteField
            label={said.effectiveFrom}
            value={value.effectiveFrom}
            onChange={(effectiveFrom) => onChange({ ...value, effectiveFrom })}
            today={today}
            from={today}
            until={addDays(today, effectiveDaysAhead)}
          />
        </View>
      )}
    </Field>
  )
}
