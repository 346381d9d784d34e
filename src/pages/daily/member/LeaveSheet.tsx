import { useState } from 'react'
import Taro from '@tarojs/taro'
import { addDays, dayOf } from '@contract/calendar'
import type { FieldFault } from '@contract/faults'
import { householdLimits, leavings, type Leaving } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { DayField } from '@/components/DayField'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { callErrorOf, useSend } from '@/services/queries'
import { householdWords } from '@/words/household'
import { backToHousehold } from '../backToHousehold'
import type { ChangedHousehold, KnownMember } from './changedHousehold'

const said = householdWords.leave

interface LeaveSheetProps {
  household: ChangedHousehold
  member: KnownMember
  open: boolean
  onClose: () => void
}

/** Why somebody is not reported for any more, and since when. */
export function LeaveSheet({ household: { id, version, reader }, member, open, onClose }: LeaveSheetProps) {
  const today = dayOf(new Date())
  const [why, setWhy] = useState<Leaving>()
  const [on, setOn] = useState(today)
  const [isUnsaid, setUnsaid] = useState(false)
  const leaving = useSend('households', 'leave')
  const fields: Partial<Record<string, FieldFault>> =
    (leaving.error && callErrorOf(leaving.error).fields) ?? {}
  const send = () => {
    setUnsaid(why === undefined)
    if (why === undefined) return
    const arrived = () => {
      void Taro.showToast({ title: said.done, icon: 'none' })
      backToHousehold(id, reader)
    }
    leaving.mutate({ household: id, version, person: member.id, on, why }, { onSuccess: arrived })
  }
  return (
    <Sheet title={said.title(member.name)} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={leaving.error && callErrorOf(leaving.error)} />
        <Field label={said.why} fault={isUnsaid && why === undefined ? 'required' : undefined}>
          <Choices
            label={said.why}
            shape="rows"
            choices={leavings.map((value) => ({ value, ...said.whys[value] }))}
            chosen={why ? [why] : []}
            onToggle={setWhy}
          />
        </Field>
        {why !== 'mistake' && (
          <Field label={said.on} fault={fields.on}>
            <DayField
              label={said.on}
              value={on}
              onChange={setOn}
              today={today}
              from={addDays(today, -householdLimits.days)}
              until={today}
            />
          </Field>
        )}
      </SheetBody>
      <BigButton tone="primary" busy={leaving.isPending} onClick={send}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}
