import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { limits, measures, outcomeOf, type Measure } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { BigButton } from '../BigButton'
import { Choices } from '../Choices'
import { FailureNotice } from '../FailureNotice'
import { Field } from '../Field'
import { Sheet } from '../Sheet'
import { SheetBody } from '../SheetBody'
import { TextArea } from '../TextArea'
import { DayStepper } from './DayStepper'
import { clampDays, usualDays } from './measures'
import './AcceptSheet.scss'

const said = words.staff.accept

export interface Decision {
  measure: Measure
  days: number
  words: string
}

export interface AcceptSheetProps {
  arrivesOn: Day
  today: Day
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (decision: Decision) => void
  onClose: () => void
}

/** The decision: which measure, for how many days, and what to say with it. Stays filled in until it is sent. */
export function AcceptSheet({ arrivesOn, today, open, busy, error, onSend, onClose }: AcceptSheetProps) {
  const [measure, setMeasure] = useState<Measure | null>(null)
  const [days, setDays] = useState(0)
  const [spoken, setSpoken] = useState('')
  const [missing, setMissing] = useState(false)
  const choose = (chosen: Measure) => {
    setMeasure(chosen)
    setDays(usualDays[chosen])
    setMissing(false)
  }
  const send = () => (measure ? onSend({ measure, days, words: spoken.trim() }) : setMissing(true))
  return (
    <Sheet title={said.title} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.staff.kept} />
        <Field label={said.measure} fault={missing ? 'required' : undefined}>
          <Choices
            label={said.measure}
            choices={measures.map((value) => ({ value, text: words.registration.measure[value] }))}
            chosen={measure ? [measure] : []}
            onToggle={choose}
          />
          {measure && (
            <Text className="accept-sheet__line accept-sheet__means soft">
              {said.residentReads(words.registration.measureMeans[measure])}
            </Text>
          )}
        </Field>
        {measure && days > 0 && (
          <Field label={said.days}>
            <DayStepper
              days={days}
              onFewer={() => setDays(clampDays(measure, days - 1))}
              onMore={() => setDays(clampDays(measure, days + 1))}
            />
            <Period measure={measure} arrivesOn={arrivesOn} days={days} today={today} />
          </Field>
        )}
        <Field label={said.words} optional>
          <TextArea
            label={said.words}
            value={spoken}
            onChange={setSpoken}
            placeholder={said.wordsPlaceholder}
            most={limits.words}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={busy} onClick={send}>
        {measure
          ? said.send(words.registration.decision(words.registration.measure[measure], days))
          : said.sendWithout}
      </BigButton>
    </Sheet>
  )
}

interface PeriodProps {
  measure: Measure
  arrivesOn: Day
  days: number
  today: Day
}

function Period({ measure, arrivesOn, days, today }: PeriodProps) {
  const { until } = outcomeOf(measure, days, arrivesOn)
  return (
    <View className="accept-sheet__period">
      <Text className="accept-sheet__line">
        {said.period(words.dates.dayInFull(arrivesOn, today), words.dates.dayInFull(until, today))}
      </Text>
      <Text className="accept-sheet__line soft">{said.arrivalIsFirst}</Text>
      {until < today && <Text className="accept-sheet__line accept-sheet__over">{said.over}</Text>}
    </View>
  )
}
