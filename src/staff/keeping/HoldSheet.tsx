import { useState } from 'react'
import { addDays, dayOf } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import { holdDays } from '@contract/keeping'
import { BigButton } from '@/components/BigButton'
import { DayField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { EditFailure } from '@/components/staff/EditFailure'
import { callErrorOf, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { PlaceFields } from './PlaceFields'
import { Reason } from './Reason'
import { useReasonedAct } from './useReasonedAct'

const said = staffWords.keeping.hold

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
  const [until, setUntil] = useState(addDays(today, holdDays.usual))
  const holding = useSend('keeping', 'hold')
  const { placeFields, reasonField, send } = useReasonedAct({
    own,
    suggested: '',
    onSend: (act, arrived) => holding.mutate({ ...act, case: about, until }, { onSuccess: arrived }),
    done: said.sent,
    onClose,
  })
  return (
    <Sheet title={about === null ? said.begin : said.beginCase} open={open} onClose={onClose}>
      <SheetBody>
        <EditFailure error={holding.error && callErrorOf(holding.error)} />
        {about === null && <PlaceFields {...placeFields} levels={heldLevels} />}
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
        <Reason label={said.words} presets={said.presets} {...reasonField} />
      </SheetBody>
      <BigButton tone="primary" busy={holding.isPending} onClick={send}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}
