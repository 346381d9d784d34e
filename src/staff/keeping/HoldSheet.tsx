import { useState } from 'react'
import Taro from '@tarojs/taro'
import { addDays, dayOf } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import { holdDays } from '@contract/keeping'
import { BigButton } from '@/components/BigButton'
import { DayField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { EditFailure } from '@/components/staff/EditFailure'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import { PlaceFields, chosenPlace } from './PlaceFields'
import { Reason } from './Reason'

const said = words.keeping.hold

const heldLevels = ['street', 'community', 'grid', 'compound', 'building'] as const

interface HoldSheetProps {
  own: readonly PlaceName[]
  /** One case; null for everything at a place. */
  about: string | null
  open: boolean
  onClose: () => void
}

/** Keeps one case, or everything at a place, until the end of a day. */
export function HoldSheet({ own, about, open, onClose }: HoldSheetProps) {
  const today = dayOf(new Date())
  const [chosen, setChosen] = useState<PlaceChoice[]>([])
  const [until, setUntil] = useState(addDays(today, holdDays.usual))
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const { submission, renew } = useSubmission()
  const holding = useSend('keeping', 'hold')
  const place = chosenPlace(own, chosen)
  const send = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '' || !place) return
    const arrived = () => {
      renew()
      onClose()
      void Taro.showToast({ title: said.sent, icon: 'success' })
    }
    const input = { submission, place: place.id, case: about, until, words: reason.trim() }
    holding.mutate(input, { onSuccess: arrived })
  }
  return (
    <Sheet title={about === null ? said.begin : said.beginCase} open={open} onClose={onClose}>
      <SheetBody>
        <EditFailure error={holding.error && callErrorOf(holding.error)} />
        {about === null && <PlaceFields own={own} chosen={chosen} onChange={setChosen} levels={heldLevels} />}
        <Field label={said.until}>
          <DayField
            label={said.until}
            value={until}
            onChange={setUntil}
            today={today}
            from={today}
            until={addDays(today, holdDays.most)}
          />
        </Field>
        <Reason
          label={said.words}
          presets={said.presets}
          value={reason}
          missing={missing}
          onChange={setReason}
        />
      </SheetBody>
      <BigButton tone="primary" busy={holding.isPending} onClick={send}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}
