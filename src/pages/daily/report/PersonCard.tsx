import { Text, View } from '@tarojs/components'
import type { FieldFault } from '@contract/faults'
import { Tag } from '@/components/Tag'
import { Tap } from '@/components/Tap'
import { words } from '@/words'
import { reportsWords } from '@/words/reports'
import { selfReportWords as said } from '@/words/selfReport'
import { concernsIn } from './answers'
import { lineOf } from './lineOf'
import type { PersonProps } from './personProps'
import { PersonQuestions } from './PersonQuestions'
import { useDailyForm } from './useAnswer'
import './PersonCard.scss'

interface PersonCardProps extends PersonProps {
  /** What is wrong with an answer of theirs. */
  fault: FieldFault | undefined
  isOpen: boolean
  onToggle: () => void
}

/** One of the family: a line of how they are, opened by a tap to be changed. */
export function PersonCard({ fault, isOpen, onToggle, ...props }: PersonCardProps) {
  const { person, index, rules } = props
  const { watch } = useDailyForm()
  const answers = watch(`people.${index}`)
  const concerns = concernsIn(answers, rules)
  return (
    <View className={`card person-card${concerns.length > 0 ? ' person-card--unwell' : ''}`}>
      <Tap
        className="person-card__head"
        label={isOpen ? said.foldOf(person.name) : said.edit(person.name)}
        onTap={onToggle}
      >
        <View className="person-card__text">
          <View className="person-card__name">
            <Text className="person-card__who">{person.name}</Text>
            {concerns.map((one) => (
              <View key={one} className="person-card__tag">
                <Tag tone="danger" text={reportsWords.concern[one]} />
              </View>
            ))}
          </View>
          {!isOpen && <View className="soft">{lineOf(answers, rules)}</View>}
          {!isOpen && fault && <View className="person-card__fault">{words.faults[fault]}</View>}
        </View>
        <Text className="person-card__way">{isOpen ? said.fold : words.registration.edit}</Text>
      </Tap>
      {isOpen && (
        <View className="person-card__questions">
          <PersonQuestions {...props} />
        </View>
      )}
    </View>
  )
}
