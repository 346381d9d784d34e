import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import { asked, callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { levelsFor, placeFor } from '../people/appointing'
import { keptPlaces } from '../places/tree'
import { RolePlace } from '../people/RolePlace'
import type { DeedProps } from './deedProps'

const said = staffWords.people.move

/** To which other place the same role goes. */
export function MoveSheet({ member, open, onDone, onClose }: DeedProps) {
  const me = useQuery(asked('people', 'me', {}))
  const { submission, renew } = useSubmission()
  const sending = useSend('staff', 'move')
  const [path, setPath] = useState<PlaceChoice[]>([])
  const [isMissing, setMissing] = useState(false)
  const posts = me.data?.posts ?? []
  const place = placeFor(member.role, posts, path)
  const arrived = () => {
    renew()
    setPath([])
    onDone(said.done)
  }
  const send = () => {
    if (!place) {
      setMissing(true)
      return
    }
    const act = { post: member.id, version: member.version, submission, to: place.id }
    sending.mutate(act, { onSuccess: arrived })
  }
  const error = sending.error && callErrorOf(sending.error)
  const levels = levelsFor(member.role, posts)
    .map((level) => words.registration.level[level])
    .join(words.app.list)
  return (
    <Sheet title={said.title} open={open === 'move'} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        <View className="soft">{said.hint}</View>
        <Field
          label={said.to}
          hint={said.choose(levels)}
          fault={error?.fields?.to ?? (isMissing && !place ? 'required' : undefined)}
        >
          <RolePlace role={member.role} own={keptPlaces(posts)} chosen={path} onChange={setPath} />
        </Field>
      </SheetBody>
      <BigButton tone="primary" busy={sending.isPending} onClick={send}>
        {place ? said.send(place.name) : said.sendWithout}
      </BigButton>
    </Sheet>
  )
}
