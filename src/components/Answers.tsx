import { Text, View } from '@tarojs/components'
import type { Day } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import type { RegistrationAnswers } from '@contract/returnee'
import { words } from '@/words'
import { answerSections, type AnswerRow, type AnswerSectionName } from './answerSections'
import { Tap } from './Tap'
import './Answers.scss'

export interface AnswersProps {
  answers: RegistrationAnswers
  /** Names of the official codes in the answers. */
  regions: Record<string, string>
  place: Pick<PlaceName, 'names'>
  today: Day
  /** Shows 修改 beside each section. */
  onEdit?: (section: AnswerSectionName) => void
  /** Shows a button beside each telephone number; only where the numbers are clear text. */
  onCall?: (phone: string) => void
}

/** Every answer of a registration, as labelled sections. */
export function Answers({ answers, regions, place, today, onEdit, onCall }: AnswersProps) {
  return (
    <View className="answers">
      {answerSections(answers, regions, place, today).map(({ name, title, rows }) => (
        <View key={name} className="answers__section">
          <View className="answers__head">
            <Text className="answers__title">{title}</Text>
            {onEdit && (
              <Tap
                className="answers__edit"
                label={words.registration.editSection(title)}
                onTap={() => onEdit(name)}
              >
                {words.registration.edit}
              </Tap>
            )}
          </View>
          {rows.map((row) => (
            <Row key={row.label} row={row} onCall={onCall} />
          ))}
        </View>
      ))}
    </View>
  )
}

function Row({ row: { label, lines, phone }, onCall }: { row: AnswerRow; onCall?: (phone: string) => void }) {
  return (
    <View className="answers__row">
      <Text className="answers__label">{label}</Text>
      <View className="answers__value">
        {lines.map((line) => (
          <View key={line} className="answers__line">
            <Text userSelect>{line}</Text>
          </View>
        ))}
      </View>
      {onCall && phone && (
        <Tap
          className="answers__call"
          label={words.registration.callNumber(phone)}
          onTap={() => onCall(phone)}
        >
          {words.registration.call}
        </Tap>
      )}
    </View>
  )
}
