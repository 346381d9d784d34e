import { BigButton } from '@/components/BigButton'
import { words } from '@/words'

interface FormFooterProps {
  isAmending: boolean
  isLast: boolean
  /** Has seen all answers before, and goes straight back to them. */
  hasChecked: boolean
  /** What is being sent, in words; null when nothing is. */
  sending: string | null
  onBack: (() => void) | undefined
  onNext: () => void
  onSend: () => void
}

/** The way on, at the bottom of each step. */
export function FormFooter({
  isAmending,
  isLast,
  hasChecked,
  sending,
  onBack,
  onNext,
  onSend,
}: FormFooterProps) {
  const forward = hasChecked ? words.register.toCheck : words.app.next
  const send = isAmending ? words.register.sendAmended : words.register.send
  return (
    <>
      {onBack && (isLast || !hasChecked) && <BigButton onClick={onBack}>{words.app.back}</BigButton>}
      {isLast ? (
        <BigButton tone="primary" busy={sending !== null} onClick={onSend}>
          {sending ?? send}
        </BigButton>
      ) : (
        <BigButton tone="primary" onClick={onNext}>
          {forward}
        </BigButton>
      )}
    </>
  )
}
