import Taro from '@tarojs/taro'
import type { CallResult } from '@contract/calls'
import { FailureNotice } from '@/components/FailureNotice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { CallResults } from '@/components/staff/CallResults'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { staffWords } from '@/words/staff'

const said = staffWords.calling

/** That somebody was at the door for a routine check, and how it went. The family reads it too. */
export function VisitSheet({ household, onClose }: { household: string; onClose: () => void }) {
  const visit = useSend('calls', 'visit')
  const { submission } = useSubmission()
  const told = () => {
    onClose()
    void Taro.showToast({ title: said.told, icon: 'success' })
  }
  const tell = (result: CallResult, words: string) =>
    visit.mutate({ submission, household, result, words }, { onSuccess: told })
  return (
    <Sheet title={said.routine} open onClose={onClose}>
      <SheetBody>
        <FailureNotice error={visit.error && callErrorOf(visit.error)} />
        <CallResults isVisit busy={visit.isPending} onTell={tell} />
      </SheetBody>
    </Sheet>
  )
}
