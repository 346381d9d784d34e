import { useState } from 'react'
import { View } from '@tarojs/components'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { callErrorOf } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import type { DeedProps } from './deedProps'
import { useHandOver } from './useHandOver'

const said = staffWords.people.handOver

/** Who takes over everything that is open, and all duties. */
export function HandOverSheet({ member, open, onDone, onClose }: DeedProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const { sending, left } = useHandOver(member.id, () => {
    setChosen(null)
    onDone(said.done)
  })
  const { successors, openWork } = member
  const choose = (id: string) => {
    setChosen(id)
    setMissing(false)
  }
  const send = () => (chosen ? sending.mutate(chosen) : setMissing(true))
  const error = sending.error && callErrorOf(sending.error)
  const name = successors.find(({ id }) => id === chosen)?.name
  return (
    <Sheet title={said.title} open={open === 'handOver'} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={left ? said.stopped(left) : undefined} />
        {successors.length === 0 ? (
          <Notice tone="warning" title={said.nobody}>
            {said.nobodyHint}
          </Notice>
        ) : (
          <Field
            label={said.to}
            hint={said.hint(openWork)}
            fault={error?.fields?.to ?? (isMissing ? 'required' : undefined)}
          >
            <Choices
              label={said.to}
              shape="rows"
              choices={successors.map((one) => ({
                value: one.id,
                text: one.name,
                note: staffWords.people.list.post(
                  words.registration.role[one.role],
                  one.place.names.slice(-2).join(' '),
                ),
              }))}
              chosen={chosen ? [chosen] : []}
              onToggle={choose}
            />
          </Field>
        )}
        {sending.isPending && left !== null && <View className="soft">{said.left(left)}</View>}
      </SheetBody>
      {successors.length > 0 && (
        <BigButton tone="primary" busy={sending.isPending} onClick={send}>
          {name ? said.send(name) : said.sendWithout}
        </BigButton>
      )}
    </Sheet>
  )
}
