import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { Calling, CallResult } from '@contract/calls'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { BigButton } from '../BigButton'
import { dial } from '../dial'
import { FailureNotice } from '../FailureNotice'
import { Notice } from '../Notice'
import { Sheet } from '../Sheet'
import { SheetBody } from '../SheetBody'
import { CallResults } from './CallResults'
import { callSentence } from './callWords'
import './CallSheet.scss'

const said = staffWords.calling

export interface CallSheetProps {
  open: boolean
  /** What the function answered; undefined while it has not, and where only the result is to be told. */
  answer: Calling | undefined
  /** Whether a call has been made whose result can be told. */
  isCalling: boolean
  busy: boolean
  error: CallError | null
  today: Day
  onAskAgain: () => void
  onEvenSo: () => void
  onTell: (result: CallResult, words: string) => void
  onClose: () => void
}

/** A telephone call: whether somebody called shortly before, whom to call, and afterwards how it went. */
export function CallSheet(props: CallSheetProps) {
  const { open, answer, isCalling, busy, error, today, onAskAgain, onEvenSo, onTell, onClose } = props
  const fault = error?.fields?.person
  const isVisit = isVisitIn(answer)
  const before = isVisit ? said.visitedBefore : said.before
  return (
    <Sheet title={isVisit ? said.visitTitle : said.title} open={open} onClose={onClose}>
      <SheetBody>
        {fault ? <Notice tone="warning" title={words.faults[fault]} /> : <FailureNotice error={error} />}
        {!answer && !isCalling && !error && <View className="soft">{said.asking}</View>}
        {answer && 'calledBefore' in answer && (
          <Notice tone="warning" title={before.title}>
            <View className="call-sheet__before">{callSentence(answer.calledBefore, today)}</View>
            {answer.calledBefore.words && <View>{answer.calledBefore.words}</View>}
            <View>{before.what}</View>
          </Notice>
        )}
        {answer && 'calling' in answer && <Number {...answer.calling} />}
        {isCalling && <CallResults isVisit={isVisit} busy={busy} onTell={onTell} />}
      </SheetBody>
      {!answer && !isCalling && error && !fault && (
        <BigButton busy={busy} onClick={onAskAgain}>
          {words.app.retry}
        </BigButton>
      )}
      {answer && 'calledBefore' in answer && (
        <>
          <BigButton tone="primary" onClick={onClose}>
            {before.leave}
          </BigButton>
          <View className="call-sheet__even-so">
            <BigButton busy={busy} onClick={onEvenSo}>
              {before.evenSo}
            </BigButton>
          </View>
        </>
      )}
    </Sheet>
  )
}

/** Whether somebody goes to the door, or went there before. */
const isVisitIn = (answer: Calling | undefined): boolean =>
  answer !== undefined && ('calling' in answer ? answer.calling.phone === '' : answer.calledBefore.isVisit)

function Number({ name, phone, door }: { name: string; phone: string; door: string }) {
  return (
    <>
      <View className="call-sheet__who">
        <Text className="call-sheet__name">{name}</Text>
        <Text>{door}</Text>
      </View>
      {phone === '' ? (
        <Notice tone="calm" title={said.noPhone} />
      ) : (
        <BigButton tone="primary" onClick={() => dial(phone)}>
          {said.dial(phone)}
        </BigButton>
      )}
      <View className="soft call-sheet__recorded">{phone === '' ? said.recordedVisit : said.recorded}</View>
    </>
  )
}
