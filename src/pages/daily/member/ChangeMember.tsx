import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { callErrorOf, useSend } from '@/services/queries'
import { householdWords } from '@/words/household'
import { backToHousehold } from '../backToHousehold'
import type { ChangedHousehold, KnownMember } from './changedHousehold'
import { LeaveSheet } from './LeaveSheet'
import { MemberForm } from './MemberForm'
import './ChangeMember.scss'

const said = householdWords.member

interface ChangeMemberProps {
  household: ChangedHousehold
  member: KnownMember
}

/** Corrects what is known of somebody; says that they have left, or that they are back. */
export function ChangeMember({ household, member }: ChangeMemberProps) {
  const [isLeaving, setLeaving] = useState(false)
  const { id, version, reader } = household
  const changing = useSend('households', 'change')
  const done = () => {
    void Taro.showToast({ title: said.changed, icon: 'success' })
    backToHousehold(id, reader)
  }
  if (member.left) return <ComeBack household={household} member={member} />
  return (
    <>
      <MemberForm
        values={member.typed}
        hints={member.hints}
        byStaff={reader === 'staff'}
        confirm={said.change}
        busy={changing.isPending}
        error={changing.error && callErrorOf(changing.error)}
        onSend={(typed, onError) =>
          changing.mutate(
            { household: id, version, person: member.id, member: typed },
            { onSuccess: done, onError },
          )
        }
      />
      <View className="change-member__leave">
        <BigButton tone="danger" onClick={() => setLeaving(true)}>
          {said.leave}
        </BigButton>
      </View>
      <LeaveSheet household={household} member={member} open={isLeaving} onClose={() => setLeaving(false)} />
    </>
  )
}

function ComeBack({ household: { id, version, reader }, member }: ChangeMemberProps) {
  const returning = useSend('households', 'comeBack')
  const send = () => {
    const arrived = () => {
      void Taro.showToast({ title: reader === 'staff' ? said.changed : said.cameBack, icon: 'success' })
      backToHousehold(id, reader)
    }
    returning.mutate({ household: id, version, person: member.id }, { onSuccess: arrived })
  }
  return (
    <>
      <FailureNotice error={returning.error && callErrorOf(returning.error)} />
      <View className="card">
        <View className="title">{member.name}</View>
        <View>{said.comeBackWhat(member.name)}</View>
      </View>
      <BigButton tone="primary" busy={returning.isPending} onClick={send}>
        {said.comeBack}
      </BigButton>
    </>
  )
}
