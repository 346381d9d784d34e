import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PlaceName } from '@contract/cases'
import { liftDays, liftLevels } from '@contract/keeping'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { DayStepper } from '@/components/staff/DayStepper'
import { EditFailure } from '@/components/staff/EditFailure'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import { Reason } from './Reason'
import { PlaceFields, chosenPlace } from './PlaceFields'

const said = words.keeping.lift

interface AnnounceSheetProps {
  own: readonly PlaceName[]
  open: boolean
  onClose: () => void
}

/** An administrator proposes that the outbreak is over; what that will do stands above the button. */
export function AnnounceSheet({ own, open, onClose }: AnnounceSheetProps) {
  const [chosen, setChosen] = useState<PlaceChoice[]>([])
  const [days, setDays] = useState<number>(liftDays.usual)
  const [reason, setReason] = useState(said.presets[0] ?? '')
  const [missing, setMissing] = useState(false)
  const { submission, renew } = useSubmission()
  const announcing = useSend('keeping', 'announceLift')
  const place = chosenPlace(own, chosen)
  const send = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '' || !place) return
    const arrived = () => {
      renew()
      onClose()
      void Taro.showToast({ title: said.sent, icon: 'success' })
    }
    announcing.mutate({ submission, place: place.id, days, words: reason.trim() }, { onSuccess: arrived })
  }
  return (
    <Sheet title={said.announce} open={open} onClose={onClose}>
      <SheetBody>
        <EditFailure error={announcing.error && callErrorOf(announcing.error)} />
        <PlaceFields own={own} chosen={chosen} onChange={setChosen} levels={liftLevels} />
        <Field label={said.days} hint={said.daysHint(liftDays.least)}>
          <DayStepper
            days={days}
            onFewer={() => setDays(Math.max(liftDays.least, days - 1))}
            onMore={() => setDays(Math.min(liftDays.most, days + 1))}
          />
        </Field>
        <Reason
          label={said.words}
          presets={said.presets}
          value={reason}
          missing={missing}
          onChange={setReason}
        />
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
