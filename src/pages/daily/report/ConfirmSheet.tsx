import { Text, View } from '@tarojs/components'
import type { PersonReportDraft, ReportingRules } from '@contract/selfReport'
import { BigButton } from '@/components/BigButton'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { words } from '@/words'
import { selfReportWords } from '@/words/selfReport'
import type { ReportingPerson } from '../reporting'
import { concernsIn } from './answers'
import { lineOf } from './lineOf'
import './ConfirmSheet.scss'

const said = selfReportWords.check

interface ConfirmSheetProps {
  people: readonly ReportingPerson[]
  answers: readonly PersonReportDraft[]
  rules: ReportingRules
  isChecking: boolean
  isSending: boolean
  /** Whether the phone had no room to keep it until there is a signal. */
  isNotKept: boolean
  confirm: () => void
  close: () => void
}

/** Everybody with their value, once more before it is sent. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { people, answers, rules, isChecking, isSending, isNotKept, confirm, close } = props
  const lines = people.flatMap(({ id, name }) => {
    const answer = answers.find(({ person }) => person === id)
    return answer
      ? [{ id, name, line: lineOf(answer, rules), isUnwell: concernsIn(answer, rules).length > 0 }]
      : []
  })
  const isUnwell = lines.some((one) => one.isUnwell)
  return (
    <Sheet title={isUnwell ? said.unwell : said.well} open={isChecking} onClose={close}>
      <SheetBody>
        {isNotKept && (
          <Notice tone="danger" title={words.errors.offline.title}>
            {said.notKept}
          </Notice>
        )}
        {lines.map(({ id, name, line, isUnwell: isThisOne }) => (
          <View key={id} className={`confirm-line${isThisOne ? ' confirm-line--unwell' : ''}`}>
            <Text className="confirm-line__who">{name}</Text>
            <Text>{line}</Text>
          </View>
        ))}
        {isUnwell && <View className="soft">{said.unwellWhat}</View>}
      </SheetBody>
      <BigButton tone="primary" busy={isSending} onClick={confirm}>
        {isSending ? words.app.sending : selfReportWords.send.confirm}
      </BigButton>
    </Sheet>
  )
}
