import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PlaceName } from '@contract/cases'
import { liftDays, liftLevels } from '@contract/keeping'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { DayStepper } from '@/components/staff/DayStepper'
import { EditFailure } from '@/components/staff/EditFailure'
import { callErrorOf, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { Reason } from './Reason'
import { PlaceFields } from './PlaceFields'
import { useReasonedAct } from './useReasonedAct'

const said = staffWords.keeping.lift

interface AnnounceSheetProps {
  own: readonly PlaceName[]
  open: boolean
  onClose: () => void
}

/** An administrator proposes that the outbreak is over; what that will do stands above the button. */
export function AnnounceSheet({ own, open, onClose }: AnnounceSheetProps) {
  const [days, setDays] = useState<number>(liftDays.usual)
  const announcing = useSend('keeping', 'announceLift')
  const { place, placeFields, reasonField, send } = useReasonedAct({
    own,
    suggested: said.presets[0] ?? '',
    onSend: (act, arrived) => announcing.mutate({ ...act, days }, { onSuccess: arrived }),
    done: said.sent,
    onClose,
  })
  return (
    <Sheet title={said.announce} open={open} onClose={onClose}>
      <SheetBody>
        <EditFailure error={announcing.error && callErrorOf(announcing.error)} />
        <PlaceFields {...placeFields} levels={liftLevels} />
        <Field label={said.days} hint={said.daysHint(liftDays.least)}>
          <DayStepper
            days={days}
            onFewer={() => setDays(Math.max(liftDays.least, days - 1))}
            onMore={() => setDays(Math.min(liftDays.most, days + 1))}
          />
        </Field>
        <Reason label={said.words} presets={said.presets} {...reasonField} />
        {place && (
          <Notice tone="warning" title={said.title}>
            <View>{said.effect(place.name, days)}</View>
          </Notice>
        )}
      </SheetBody>
      <BigButton tone="danger" busy={announcing.isPending} onClick={send}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}
