import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { TextDecided, TextForReview } from '@contract/texts'
import { BigButton } from '@/components/BigButton'
import { FailureNotice } from '@/components/FailureNotice'
import { ReasonSheet } from '@/components/ReasonSheet'
import { callErrorOf, useSend } from '@/services/queries'
import { useSubmission } from '@/services/submission'
import { handlingWords } from '@/words/handling'
import { staffWords } from '@/words/staff'
import { backToInbox } from '../backToInbox'

const said = staffWords.texts

/** Whether the text stays: one tap for most, a reason where it is hidden. */
export function Decision({ view: { id, version, status, events } }: { view: TextForReview }) {
  const [isHiding, setHiding] = useState(false)
  const { submission, renew } = useSubmission()
  const keep = useSend('texts', 'keep')
  const hide = useSend('texts', 'hide')
  const decided = {
    onSuccess: (answer: TextDecided) => {
      renew()
      setHiding(false)
      void Taro.showToast({ title: answer.status === 'hidden' ? said.hidden : said.kept, icon: 'success' })
    },
  }
  const act = { case: id, submission, version }
  if (!events.includes('keep'))
    return <BigButton onClick={backToInbox}>{handlingWords.backToInbox}</BigButton>
  return (
    <>
      <FailureNotice error={keep.error && callErrorOf(keep.error)} />
      {events.includes('hide') && <BigButton onClick={() => setHiding(true)}>{said.hide}</BigButton>}
      <BigButton tone="primary" busy={keep.isPending} onClick={() => keep.mutate(act, decided)}>
        {status === 'hidden' ? said.showAgain : said.keep}
      </BigButton>
      <ReasonSheet
        title={said.hideTitle}
        explain={said.hideExplain}
        label={said.why}
        presets={said.presets}
        confirm={said.confirm}
        tone="danger"
        open={isHiding}
        busy={hide.isPending}
        error={hide.error && callErrorOf(hide.error)}
        onSend={(reason) => hide.mutate({ ...act, words: reason }, decided)}
        onClose={() => setHiding(false)}
      />
    </>
  )
}
