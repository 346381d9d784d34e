import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { householdWords } from '@/words/household'
import { backToHousehold } from '../backToHousehold'
import { newMember } from '../newMember'
import type { ChangedHousehold } from './changedHousehold'
import { MemberForm } from './MemberForm'

/** Adds somebody to a household: they need neither a telephone nor a document. */
export function AddMember({ household: { id, version, reader } }: { household: ChangedHousehold }) {
  const { submission } = useSubmission()
  const adding = useSend('households', 'add')
  return (
    <MemberForm
      values={newMember()}
      byStaff={reader === 'staff'}
      confirm={householdWords.member.add}
      busy={adding.isPending}
      error={adding.error && callErrorOf(adding.error)}
      onSend={(member, onError) =>
        adding.mutate(
          { household: id, version, submission, member },
          { onSuccess: () => backToHousehold(id, reader), onError },
        )
      }
    />
  )
}
