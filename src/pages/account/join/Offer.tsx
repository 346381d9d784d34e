import { Text, View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { InvitationView } from '@contract/staff'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { StateView } from '@/components/StateView'
import { asked, callErrorOf, type useSend } from '@/services/queries'
import { words } from '@/words'
import { JoinForm } from './JoinForm'
import './Offer.scss'

const said = words.joining

interface OfferProps {
  code: string
  joining: ReturnType<typeof useSend<'staff', 'join'>>
  onOther: () => void
  onHome: () => void
}

/** What the code invites to, and who one is; or why it cannot be accepted. Each asking counts as a try of the code. */
export function Offer({ code, joining, onOther, onHome }: OfferProps) {
  const invitation = useQuery({ ...asked('staff', 'invitation', { code }), staleTime: Infinity })
  const failed = joining.error ?? invitation.error
  const refusal = failed && refusalOf(failed)
  if (refusal) {
    return (
      <>
        <Notice tone="warning" title={refusal.title}>
          {refusal.whatToDo}
        </Notice>
        <View className="join__other">
          <BigButton onClick={onOther}>{said.otherCode}</BigButton>
        </View>
        <BigButton onClick={onHome}>{words.app.home}</BigButton>
      </>
    )
  }
  return (
    <StateView query={invitation}>
      {(shown) => (
        <>
          <Invitation {...shown} />
          <JoinForm code={code} joining={joining} />
        </>
      )}
    </StateView>
  )
}

/** What another attempt with the same code does not mend. */
const refusalOf = (failed: unknown): { title: string; whatToDo: string } | null => {
  const { code, fields } = callErrorOf(failed)
  const fault = fields?.code
  if (code === 'tooOften') return { title: said.tooOftenTitle, whatToDo: said.tooOften }
  return fault ? { title: said.voidTitle, whatToDo: words.faults[fault] } : null
}

function Invitation({ role, place, by, expiresAt }: InvitationView) {
  const until = words.dates.instant(expiresAt, dayOf(new Date()))
  return (
    <View className="card">
      <Text className="title">{said.offer(place.names.join(' '), words.registration.role[role])}</Text>
      <View>{said.by(words.registration.roleAndName(words.registration.role[by.role], by.name))}</View>
      <View className="soft">{said.until(until)}</View>
    </View>
  )
}
