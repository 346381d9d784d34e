import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import { changeFault, compareStrictness, limits, type Change, type Terms } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { FailureNotice } from '../FailureNotice'
import { Field } from '../Field'
import { useKeptWords } from '../keptWords'
import { Notice } from '../Notice'
import { Sheet } from '../Sheet'
import { SheetBody } from '../SheetBody'
import { TextArea } from '../TextArea'
import type { Decision } from './AcceptSheet'
import { MeasureFields } from './MeasureFields'
import './ChangeSheet.scss'

const said = staffWords.decisions

const named = ({ measure, days }: Terms): string =>
  words.registration.decision(words.registration.measure[measure], days)

export interface ChangeSheetProps {
  /** Of one's own accord, or because an appeal was right. */
  change: 'revise' | 'grant'
  /** In force until now; null after a rejection. */
  now: Terms | null
  arrivesOn: Day
  today: Day
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (change: { event: Change } & Decision) => void
  onClose: () => void
}

/** Another measure instead of the one in force. A stricter one is only proposed, and the sheet says so. */
export function ChangeSheet({ change, now, arrivesOn, today, open, busy, error, ...on }: ChangeSheetProps) {
  const [terms, setTerms] = useState<Terms | null>(null)
  const [spoken, setSpoken] = useKeptWords(change, { open, busy, error })
  const [tried, setTried] = useState(false)
  const isProposal = change === 'revise' && !!now && !!terms && compareStrictness(terms, now) > 0
  const event = isProposal ? 'tighten' : change
  const termsFault = terms ? changeFault(event, now, terms) : 'required'
  const unsaid = spoken.trim() === ''
  const send = () => {
    setTried(true)
    if (terms && !termsFault && !unsaid) on.onSend({ event, ...terms, words: spoken.trim() })
  }
  const { title, words: label, wordsPlaceholder, sendWithout } = said[change]
  return (
    <Sheet title={title} open={open} onClose={on.onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        {now && <View className="soft change-sheet__now">{said.inForce(named(now))}</View>}
        <MeasureFields
          terms={terms}
          onChange={setTerms}
          now={now}
          arrivesOn={arrivesOn}
          today={today}
          fault={(tried && termsFault) || undefined}
        />
        {isProposal && <Notice tone="warning" title={said.tighten.note} />}
        <Field label={label} fault={tried && unsaid ? 'required' : undefined}>
          <TextArea
            label={label}
            value={spoken}
            onChange={setSpoken}
            placeholder={wordsPlaceholder}
            most={limits.words}
            wrong={tried && unsaid}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={busy} onClick={send}>
        {terms ? said[event].send(named(terms)) : sendWithout}
      </BigButton>
    </Sheet>
  )
}
