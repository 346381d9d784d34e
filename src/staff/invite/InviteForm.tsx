import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Post } from '@contract/people'
import type { StaffRole } from '@contract/roles'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { FailureNotice } from '@/components/FailureNotice'
import { Field } from '@/components/Field'
import { PageSight } from '@/components/PageSight'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import { callErrorOf, type useSend } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { levelsFor, placeFor, rolesToFill } from '../people/appointing'
import { keptPlaces } from '../places/tree'
import { RolePlace } from '../people/RolePlace'

const said = staffWords.people.invite
const named = words.registration

/** Who is wanted where. */
export interface Wanted {
  role: StaffRole
  place: { id: string; name: string }
}

interface InviteFormProps {
  posts: readonly Post[]
  inviting: ReturnType<typeof useSend<'staff', 'invite'>>
  onSend: (wanted: Wanted) => void
}

/** For which role and where: only what one's own role appoints, and only where such a role is held. */
export function InviteForm({ posts, inviting, onSend }: InviteFormProps) {
  const [role, setRole] = useState<StaffRole | null>(null)
  const [path, setPath] = useState<PlaceChoice[]>([])
  const [isMissing, setMissing] = useState(false)
  const own = keptPlaces(posts)
  const place = role && placeFor(role, posts, path)
  const choose = (chosen: StaffRole) => {
    setRole(chosen)
    setMissing(false)
  }
  const send = () => (role && place ? onSend({ role, place }) : setMissing(true))
  const fault = inviting.error && callErrorOf(inviting.error).fields
  return (
    <PageSight>
      <FailureNotice error={inviting.error && callErrorOf(inviting.error)} />
      <View className="card">
        <Field label={said.role} fault={fault?.role ?? (isMissing && !role ? 'required' : undefined)}>
          <Choices
            label={said.role}
            choices={rolesToFill(posts).map((value) => ({ value, text: named.role[value] }))}
            chosen={role ? [role] : []}
            onToggle={choose}
          />
        </Field>
      </View>
      {role && (
        <View className="card">
          <Field
            label={said.place}
            hint={said.choosePlace(
              levelsFor(role, posts)
                .map((level) => named.level[level])
                .join(words.app.list),
            )}
            fault={fault?.place ?? (isMissing && !place ? 'required' : undefined)}
          >
            <RolePlace role={role} own={own} chosen={path} onChange={setPath} />
          </Field>
        </View>
      )}
      <BigButton tone="primary" busy={inviting.isPending} onClick={send}>
        {role && place ? said.send(place.name, named.role[role]) : said.sendWithout}
      </BigButton>
    </PageSight>
  )
}
