import { useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Page } from '@/components/Page'
import { StateView } from '@/components/StateView'
import { asked, useSend } from '@/services/queries'
import { newSubmission } from '@/services/submission'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { rolesToFill } from '../people/appointing'
import { InviteForm, type Wanted } from './InviteForm'
import { InvitationCard } from './InvitationCard'

/** Makes an invitation, and shows it once. */
export default function InvitePage() {
  const me = useQuery(asked('people', 'me', {}))
  const inviting = useSend('staff', 'invite')
  const act = useRef({ wanted: '', submission: '' })
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const send = (some: Wanted) => {
    const { role, place } = some
    // Another choice is another act: the one before may have arrived, and only its answer been lost.
    if (act.current.wanted !== `${role} ${place.id}`) {
      act.current = { wanted: `${role} ${place.id}`, submission: newSubmission() }
    }
    setWanted(some)
    inviting.mutate({ submission: act.current.submission, place: place.id, role })
  }
  const another = () => {
    act.current = { wanted: '', submission: '' }
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
            whatToDo: staffWords.people.invite.nobody,
          }}
        >
          {({ posts }) => <InviteForm posts={posts} inviting={inviting} onSend={send} />}
        </StateView>
      )}
    </Page>
  )
}
