import { useState } from 'react'
import { View } from '@tarojs/components'
import { endings, type Ending } from '@contract/healthAlerts'
import { limits } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { Choices } from '../Choices'
import { FailureNotice } from '../FailureNotice'
import { Field } from '../Field'
import { useKeptWords } from '../keptWords'
import { Sheet } from '../Sheet'
import { SheetBody } from '../SheetBody'
import { TextArea } from '../TextArea'

const { close: said, ending: endingNames } = staffWords.healthAlert

export interface CloseAlertSheetProps {
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (end: { ending: Ending; words: string }) => void
  onClose: () => void
}

/** What an episode turned out to be, and what was done. Stays filled in until it is sent. */
export function CloseAlertSheet({ open, busy, error, onSend, onClose }: CloseAlertSheetProps) {
  const [ending, setEnding] = useState<Ending | null>(null)
  const [spoken, setSpoken] = useKeptWords('close', { open, busy, error })
  const [tried, setTried] = useState(false)
  const unsaid = spoken.trim() === ''
  const send = () => {
    setTried(true)
    if (ending && !unsaid) onSend({ ending, words: spoken.trim() })
  }
  return (
    <Sheet title={said.title} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        <View className="soft">{said.hint}</View>
        <Field label={said.ending} fault={tried && !ending ? 'required' : undefined}>
          <Choices
            label={said.ending}
            shape="rows"
            choices={endings.map((value) => ({ value, text: endingNames[value] }))}
            chosen={ending ? [ending] : []}
            onToggle={setEnding}
          />
        </Field>
        <Field label={said.words} fault={tried && unsaid ? 'required' : undefined}>
          <TextArea
            label={said.words}
            value={spoken}
            onChange={setSpoken}
            placeholder={said.placeholder}
            most={limits.words}
            wrong={tried && unsaid}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={busy} onClick={send}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}
