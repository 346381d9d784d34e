import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { words } from '@/words'
import { rolesToFill } from '../people/appointing'
import { InviteForm, type Wanted } from './InviteForm'
import { InvitationCard } from './InvitationCard'

/** Makes an invitation, and shows it once. */
export default function InvitePage() {
  const me = useQuery(asked('people', 'me', {}))
  const inviting = useSend('staff', 'invite')
  const { submission, renew } = useSubmission()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const send = (some: Wanted) => {
    setWanted(some)
    inviting.mutate({ submission, place: some.place.id, role: some.role })
  }
  const another = () => {
    renew()
    inviting.reset()
  }
  return (
    <Page>
      {inviting.data && wanted ? (
        <InvitationCard invited={inviting.data} wanted={wanted} onAnother={another} />
      ) : (
        <StateView
          query={me}
          empty={{
            when: ({ posts }) => rolesToFill(posts).length === 0,
            title: words.errors.notAllowed.title,
            whatToDo: words.people.invite.nobody,
          }}
        >
          {({ posts }) => <InviteForm posts={posts} inviting={inviting} onSend={send} />}
        </StateView>
      )}
    </Page>
  )
}
