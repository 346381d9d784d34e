import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { OpenInvitation } from '@contract/staff'
import { FailureNotice } from '@/components/FailureNotice'
import { Tap } from '@/components/Tap'
import { asked, callErrorOf, useFreshWhenShown, useSend } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import './Invitations.scss'

const said = staffWords.people.invitations

/** Invitations of a place that nobody has accepted yet; nothing where there are none. */
export function Invitations({ place }: { place: string }) {
  const open = useQuery(asked('staff', 'invitations', { place }))
  useFreshWhenShown(open)
  const revoking = useSend('staff', 'revoke')
  const revoke = ({ id }: OpenInvitation) =>
    revoking.mutate(
      { place, invitation: id },
      {
        onSuccess: ({ revoked }) =>
          void Taro.showToast({ title: revoked ? said.revoked : said.gone, icon: 'none' }),
      },
    )
  if (!open.data || open.data.length === 0) return null
  return (
    <View className="card">
      <Text className="title">{said.title}</Text>
      <FailureNotice error={revoking.error && callErrorOf(revoking.error)} />
      {open.data.map((invitation) => (
        <Line key={invitation.id} {...invitation} onRevoke={() => revoke(invitation)} />
      ))}
    </View>
  )
}

function Line({
  role,
  place,
  by,
  expiresAt,
  mayRevoke,
  onRevoke,
}: OpenInvitation & { onRevoke: () => void }) {
  const roleName = words.registration.role[role]
  const until = words.dates.instant(expiresAt, dayOf(new Date()))
  return (
    <View className="invitations__one">
      <View className="invitations__text">
        <View>{said.line(roleName, place.names[place.names.length - 1] ?? '')}</View>
        <View className="soft">{said.by(by.name, until)}</View>
      </View>
      {mayRevoke && (
        <Tap className="invitations__revoke" label={said.revokeOf(roleName)} onTap={onRevoke}>
          {said.revoke}
        </Tap>
      )}
    </View>
  )
}
