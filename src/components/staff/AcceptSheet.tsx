import { useState } from 'react'
import type { Day } from '@contract/calendar'
import { limits, type Outcome, type Terms } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { FailureNotice } from '../FailureNotice'
import { Field } from '../Field'
import { useKeptWords } from '../keptWords'
import { Notice } from '../Notice'
import { outcomeTitle } from '../outcomeSentences'
import { Sheet } from '../Sheet'
import { SheetBody } from '../SheetBody'
import { TextArea } from '../TextArea'
import { MeasureFields } from './MeasureFields'

const said = staffWords.case.accept

export interface Decision extends Terms {
  words: string
}

export interface AcceptSheetProps {
  /** By the rules; something else needs a reason. */
  expected: Outcome | null
  arrivesOn: Day
  today: Day
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (decision: Decision) => void
  onClose: () => void
}

const isOther = (terms: Terms | null, expected: Outcome | null): boolean =>
  !!terms && !!expected && (terms.measure !== expected.measure || terms.days !== expected.days)

/** The decision: which measure, for how many days, and what to say with it. Stays filled in until it is sent. */
export function AcceptSheet({ expected, arrivesOn, today, open, busy, error, ...on }: AcceptSheetProps) {
  const [terms, setTerms] = useState<Terms | null>(null)
  const [spoken, setSpoken] = useKeptWords('accept', { open, busy, error })
  const [tried, setTried] = useState(false)
  const needsReason = isOther(terms, expected)
  const unsaid = needsReason && spoken.trim() === ''
  const send = () => {
    setTried(true)
    if (terms && !unsaid) on.onSend({ ...terms, words: spoken.trim() })
  }
  const label = needsReason ? said.otherwise : said.words
  return (
    <Sheet title={said.title} open={open} onClose={on.onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        {expected && <Notice tone="calm" title={said.expected(outcomeTitle(expected))} />}
        <MeasureFields
          terms={terms}
          onChange={setTerms}
          now={expected}
          arrivesOn={arrivesOn}
          today={today}
          fault={tried && !terms ? 'required' : undefined}
        />
        <Field label={label} optional={!needsReason} fault={tried && unsaid ? 'required' : undefined}>
          <TextArea
            label={label}
            value={spoken}
            onChange={setSpoken}
            placeholder={needsReason ? said.otherwisePlaceholder : said.wordsPlaceholder}
            most={limits.words}
            wrong={tried && unsaid}
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
