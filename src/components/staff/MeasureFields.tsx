import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { FieldFault } from '@contract/faults'
import { measures, outcomeOf, type Measure, type Terms } from '@contract/returnee'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Choices } from '../Choices'
import { Field } from '../Field'
import { DayStepper } from './DayStepper'
import { clampDays, usualDays } from './measures'
import './MeasureFields.scss'

const said = staffWords.case.accept

export interface MeasureFieldsProps {
  /** null: nothing is chosen yet. */
  terms: Terms | null
  onChange: (terms: Terms) => void
  /** In force until now: chosen again, it begins with the days that it has. */
  now?: Terms | null
  arrivesOn: Day
  today: Day
  fault: FieldFault | undefined
}

/** Which measure, and for how many days. */
export function MeasureFields({ terms, onChange, now, arrivesOn, today, fault }: MeasureFieldsProps) {
  const choose = (measure: Measure) =>
    onChange({ measure, days: measure === now?.measure ? now.days : usualDays[measure] })
  return (
    <>
      <Field label={said.measure} fault={fault}>
        <Choices
          label={said.measure}
          choices={measures.map((value) => ({ value, text: words.registration.measure[value] }))}
          chosen={terms ? [terms.measure] : []}
          onToggle={choose}
        />
        {terms && (
          <Text className="measure-fields__line measure-fields__means soft">
            {said.residentReads(words.registration.measureMeans[terms.measure])}
          </Text>
        )}
      </Field>
      {terms && terms.days > 0 && (
        <Field label={said.days}>
          <DayStepper
            days={terms.days}
            onFewer={() => onChange({ ...terms, days: clampDays(terms.measure, terms.days - 1) })}
            onMore={() => onChange({ ...terms, days: clampDays(terms.measure, terms.days + 1) })}
          />
          <Period terms={terms} arrivesOn={arrivesOn} today={today} />
        </Field>
      )}
    </>
  )
}

function Period({ terms, arrivesOn, today }: { terms: Terms; arrivesOn: Day; today: Day }) {
  const { until } = outcomeOf(terms.measure, terms.days, arrivesOn)
  return (
    <View className="measure-fields__period">
      <Text className="measure-fields__line">
        {said.period(words.dates.dayInFull(arrivesOn, today), words.dates.dayInFull(until, today))}
      </Text>
      <Text className="measure-fields__line soft">{said.arrivalIsFirst}</Text>
      {until < today && <Text className="measure-fields__line measure-fields__over">{said.over}</Text>}
    </View>
  )
}
