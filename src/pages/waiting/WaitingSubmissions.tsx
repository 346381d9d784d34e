import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import type { Day } from '@contract/calendar'
import { onlyOffends } from '@contract/faults'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { leftOut } from '@/services/offending'
import {
  removeWaiting,
  sendWaiting,
  sendWaitingWhenShown,
  submit,
  useWaiting,
  type SubmissionKind,
  type WaitingSubmission,
} from '@/services/submissions'
import { words } from '@/words'
import './WaitingSubmissions.scss'

const said = words.waiting

/** What of this phone has not arrived: what goes on by itself, and each that was not taken, with the reason and the way to it. */
export function WaitingSubmissions({ today }: { today: Day }) {
  const waiting = useWaiting()
  useDidShow(sendWaitingWhenShown)
  const onTheWay = waiting.filter(({ refused }) => refused === null)
  return (
    <>
      {onTheWay.length > 0 && (
        <Notice tone="warning" title={said.title(countsOf(onTheWay))}>
          <View>{said.whatNow}</View>
          <View className="beside waiting__buttons">
            <BigButton onClick={sendWaiting}>{said.send}</BigButton>
          </View>
        </Notice>
      )}
      {waiting.map((one) =>
        one.refused === null ? null : <Refused key={one.input.submission} one={one} today={today} />,
      )}
    </>
  )
}

function Refused({ one, today }: { one: WaitingSubmission; today: Day }) {
  const remove = async () => {
    if (await isSure()) removeWaiting(one.input.submission)
  }
  const send = sendingWithout(one)
  return (
    <Notice tone="danger" title={said.refused[one.kind](words.dates.instant(one.madeAt, today))}>
      <View>{reasonOf(one)}</View>
      {send && <BigButton onClick={send}>{said.leaveOut}</BigButton>}
      <View className="beside waiting__buttons">
        <BigButton onClick={() => void remove()}>{words.app.remove}</BigButton>
        <BigButton onClick={() => void Taro.navigateTo({ url: formOf(one) })}>{said.correct}</BigButton>
      </View>
    </Notice>
  )
}

/**
 * Sends the rest, where WeChat does not take something that was written: nobody who is unwell waits for a better wording.
 * undefined where something else is wrong too, or the words are all there is to send.
 */
function sendingWithout(one: WaitingSubmission): (() => void) | undefined {
  const { fields = {} } = one.refused ?? {}
  if (!onlyOffends(fields)) return undefined
  const rest = <Input,>(input: Input): Input => Object.keys(fields).reduce(leftOut, input)
  switch (one.kind) {
    case 'report':
      return () => void submit('report', rest(one.input))
    case 'register':
      return () => void submit('register', rest(one.input))
    case 'amend':
      return () => void submit('amend', rest(one.input))
    case 'answer':
    case 'appeal':
      return undefined
  }
}

const countsOf = (waiting: readonly WaitingSubmission[]): [SubmissionKind, number][] => {
  const counts = new Map<SubmissionKind, number>()
  for (const { kind } of waiting) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
}

const reasonOf = ({ refused }: WaitingSubmission): string => {
  const [fault] = Object.values(refused?.fields ?? {})
  if (fault) return words.faults[fault]
  return refused ? words.errors[refused.code].whatToDo : ''
}

/** Where it was filled in: that page finds the answers among what waits. */
const formOf = (one: WaitingSubmission): string => {
  switch (one.kind) {
    case 'report':
      return `/pages/daily/report/index?household=${one.input.household}&how=${one.input.how}`
    case 'register': {
      const purpose = one.input.purpose === 'telephone' ? 'telephone' : 'new'
      return `/pages/returnee/register/index?again=${one.input.submission}&for=${purpose}`
    }
    case 'amend':
      return `/pages/returnee/register/index?amend=${one.input.case}`
    case 'answer':
    case 'appeal':
      return `/pages/mine/record/index?id=${one.input.case}`
  }
}

const isSure = async (): Promise<boolean> => {
  const { confirm } = await Taro.showModal({
    title: words.app.remove,
    content: said.sureToRemove,
    confirmText: words.app.remove,
    cancelText: words.app.cancel,
  })
  return confirm
}
