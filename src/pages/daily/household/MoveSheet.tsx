import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { FieldFault } from '@contract/faults'
import type { Household } from '@contract/households'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextInput } from '@/components/TextInput'
import { HomePlaceField } from '@/pages/places/HomePlaceField'
import { callErrorOf, useSend } from '@/services/queries'
import { words } from '@/words'
import { householdWords } from '@/words/household'

const said = householdWords.move

interface MoveSheetProps {
  household: Household
  open: boolean
  onClose: () => void
}

/** Takes the whole household to another door. */
export function MoveSheet({ household: { id, version, place: before }, open, onClose }: MoveSheetProps) {
  const [place, setPlace] = useState(before.id)
  const [door, setDoor] = useState('')
  const [isDoorMissing, setDoorMissing] = useState(false)
  const moving = useSend('households', 'move')
  const fields: Partial<Record<string, FieldFault>> = (moving.error && callErrorOf(moving.error).fields) ?? {}
  const doorFault = isDoorMissing ? 'required' : fields.door
  const send = () => {
    setDoorMissing(door.trim() === '')
    if (door.trim() === '') return
    const arrived = () => {
      onClose()
      void Taro.showToast({ title: said.done, icon: 'none' })
    }
    moving.mutate({ household: id, version, place, door }, { onSuccess: arrived })
  }
  return (
    <Sheet title={said.title} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={moving.error && callErrorOf(moving.error)} />
        <View className="soft household__lead">{said.explain}</View>
        <HomePlaceField place={place} onChange={setPlace} fault={fields.place} />
        <Field label={words.registration.answer.door} fault={doorFault}>
          <TextInput
            label={words.registration.answer.door}
            value={door}
            onChange={setDoor}
            placeholder={words.register.household.doorPlaceholder}
            most={40}
            wrong={doorFault !== undefined}
          />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={moving.isPending} onClick={send}>
        {said.send}
      </BigButton>
    </Sheet>
  )
}
