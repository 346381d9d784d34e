import { useState } from 'react'
import { View } from '@tarojs/components'
import type { KnownThere } from '@contract/tips'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { tipWorkWords } from '@/words/tipWork'

const said = tipWorkWords.lead

interface LeadSheetProps {
  registrations: KnownThere['registrations']
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (to: string) => void
  onClose: () => void
}

/** Which of the registrations there the tip was about. */
export function LeadSheet({ registrations, open, busy, error, onSend, onClose }: LeadSheetProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (chosen) onSend(chosen)
  }
  return (
    <Sheet title={said.title} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} />
        <View className="soft tip__hint">{said.hint}</View>
        <Field label={said.which} fault={tried && !chosen ? 'required' : error?.fields?.to}>
          <Choices
            label={said.which}
            shape="rows"
            choices={registrations.map(({ case: id, display, status, from }) => ({
              value: id,
              text: display,
              note: `${tipWorkWords.known.from(from)} · ${words.registration.status.staff[status]}`,
            }))}
            chosen={chosen ? [chosen] : []}
            onToggle={setChosen}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={busy} onClick={send}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}
