import { useState } from 'react'
import type { Day } from '@contract/calendar'
import { limits, type Terms } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { FailureNotice } from '../FailureNotice'
import { Field } from '../Field'
import { Sheet } from '../Sheet'
import { SheetBody } from '../SheetBody'
import { TextArea } from '../TextArea'
import { MeasureFields } from './MeasureFields'

const said = staffWords.case.accept

export interface Decision extends Terms {
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
  const [terms, setTerms] = useState<Terms | null>(null)
  const [spoken, setSpoken] = useState('')
  const [missing, setMissing] = useState(false)
  const choose = (chosen: Terms) => {
    setTerms(chosen)
    setMissing(false)
  }
  const send = () => (terms ? onSend({ ...terms, words: spoken.trim() }) : setMissing(true))
  return (
    <Sheet title={said.title} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        <MeasureFields
          terms={terms}
          onChange={choose}
          arrivesOn={arrivesOn}
          today={today}
          fault={missing ? 'required' : undefined}
        />
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
        {terms
          ? said.send(words.registration.decision(words.registration.measure[terms.measure], terms.days))
          : said.sendWithout}
      </BigButton>
    </Sheet>
  )
}
