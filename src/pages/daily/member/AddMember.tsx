import type { Household } from '@contract/households'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { householdWords } from '@/words/household'
import { backToHousehold } from '../backToHousehold'
import { newMember } from '../newMember'
import { MemberForm } from './MemberForm'

/** Adds somebody to a household: they need neither a telephone nor a document. */
export function AddMember({ household: { id, version } }: { household: Household }) {
  const { submission } = useSubmission()
  const adding = useSend('households', 'add')
  return (
    <MemberForm
      values={newMember()}
      confirm={householdWords.member.add}
      busy={adding.isPending}
      error={adding.error && callErrorOf(adding.error)}
      onSend={(member, onError) =>
        adding.mutate(
          { household: id, version, submission, member },
          { onSuccess: () => backToHousehold(id), onError },
        )
      }
    />
  )
}
