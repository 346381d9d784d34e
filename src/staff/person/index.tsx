import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { PostDeed, StaffMember } from '@contract/staff'
import { BigButton } from '@/components/BigButton'
import { CallButton } from '@/components/CallButton'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked, useFreshWhenShown } from '@/services/queries'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Deeds } from './Deeds'
import { History } from './History'
import './index.scss'

const said = staffWords.people.person

/** `?post=`: one member of staff in one role, and what can be done about it. */
export default function PersonPage() {
  const { post = '' } = useRouter().params
  const member = useQuery(asked('staff', 'show', { post }))
  useFreshWhenShown(member)
  return (
    <Page>
      <StateView query={member}>{(shown) => <Member member={shown} />}</StateView>
    </Page>
  )
}

function Member({ member }: { member: StaffMember }) {
  const [open, setOpen] = useState<PostDeed | null>(null)
  const done = (text: string) => {
    setOpen(null)
    void Taro.showToast({ title: text, icon: 'success' })
  }
  return (
    <>
      <Suspended member={member} />
      <Head member={member} />
      {member.deeds.length === 0 && <View className="soft person__none">{said.noDeeds}</View>}
      {member.deeds.map((deed) => (
        <View key={deed} className="person__deed">
          <BigButton tone={deed === 'suspend' ? 'danger' : 'plain'} onClick={() => setOpen(deed)}>
            {staffWords.people.deed[deed]}
          </BigButton>
        </View>
      ))}
      <Deeds member={member} open={open} onDone={done} onClose={() => setOpen(null)} />
      <History entries={member.history} />
    </>
  )
}

function Suspended({ member: { suspended } }: { member: StaffMember }) {
  if (!suspended) return null
  const who = words.registration.roleAndName(words.registration.role[suspended.by.role], suspended.by.name)
  const when = words.dates.instant(suspended.at, dayOf(new Date()))
  return (
    <Notice tone="danger" title={said.suspended(who, when)}>
      {said.suspendedWhat}
    </Notice>
  )
}

function Head({
  member: { name, role, place, phone, joinedAt, appointedBy, openWork },
}: {
  member: StaffMember
}) {
  const joined = words.dates.instant(joinedAt, dayOf(new Date()))
  return (
    <View className="card">
      <Text className="title">{name}</Text>
      <View>{staffWords.people.list.post(words.registration.role[role], place.names.join(' '))}</View>
      <View className="soft">{said.joined(joined, appointedBy?.name ?? null)}</View>
      <View className="person__work">{said.openWork(openWork)}</View>
      <CallButton name={name} phone={phone} />
    </View>
  )
}
