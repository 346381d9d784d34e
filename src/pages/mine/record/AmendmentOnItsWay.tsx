import { Notice } from '@/components/Notice'
import { useWaiting, waitingOf } from '@/services/submissions'
import { words } from '@/words'

/** What is shown of the answers is not yet what was sent. */
export function AmendmentOnItsWay({ id }: { id: string }) {
  const waiting = waitingOf('amend', useWaiting())
  const isOnItsWay = waiting.some(({ input, refused }) => input.case === id && refused === null)
  return isOnItsWay ? <Notice tone="warning" title={words.waiting.kept.amend} /> : null
}
