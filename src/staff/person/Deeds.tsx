import { ReasonSheet } from '@/components/ReasonSheet'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { staffWords } from '@/words/staff'
import type { DeedProps } from './deedProps'
import { HandOverSheet } from './HandOverSheet'
import { MoveSheet } from './MoveSheet'

const said = staffWords.people

/** One sheet for each thing that can be done about a post. */
export function Deeds(props: DeedProps) {
  return (
    <>
      <SpokenDeed deed="suspend" {...props} />
      <SpokenDeed deed="resume" {...props} />
      <MoveSheet {...props} />
      <HandOverSheet {...props} />
    </>
  )
}

/** What needs a reason and nothing else. */
function SpokenDeed({ deed, member, open, onDone, onClose }: DeedProps & { deed: 'suspend' | 'resume' }) {
  const { submission, renew } = useSubmission()
  const sending = useSend('staff', deed)
  const { title, hint, label, presets, send, done } = said.spoken[deed]
  const arrived = () => {
    renew()
    onDone(done)
  }
  return (
    <ReasonSheet
      key={submission}
      title={title}
      explain={hint}
      label={label}
      presets={presets}
      confirm={send}
      tone={deed === 'suspend' ? 'danger' : 'primary'}
      open={open === deed}
      busy={sending.isPending}
      error={sending.error && callErrorOf(sending.error)}
      onSend={(reason) =>
        sending.mutate(
          { post: member.id, version: member.version, submission, words: reason },
          { onSuccess: arrived },
        )
      }
      onClose={onClose}
    />
  )
}
