import { Text, View } from '@tarojs/components'
import './Choices.scss'

export interface Choice<Value extends string> {
  value: Value
  text: string
  note?: string
}

export interface ChoicesProps<Value extends string> {
  label: string
  choices: readonly Choice<Value>[]
  /** What is chosen; one at most unless `several`. */
  chosen: readonly Value[]
  onToggle: (value: Value) => void
  several?: boolean
  /** Rows for few answers with long words, chips for short ones. */
  shape?: 'rows' | 'chips'
}

/** Answers to choose from, all in sight. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { label, choices, chosen, onToggle, several = false, shape = 'chips' } = props
  return (
    <View className={`choices choices--${shape}`} role={several ? 'group' : 'radiogroup'} aria-label={label}>
      {choices.map(({ value, text, note }) => {
        const isChosen = chosen.includes(value)
        return (
          <View
            key={value}
            className={`choices__one${isChosen ? ' choices__one--chosen' : ''}`}
            role={several ? 'checkbox' : 'radio'}
            aria-checked={isChosen}
            aria-label={text}
            onClick={() => onToggle(value)}
          >
            <View className={`choices__mark${several ? ' choices__mark--square' : ''}`} />
            <View>
              <Text>{text}</Text>
              {note && <Text className="choices__note">{note}</Text>}
            </View>
          </View>
        )
      })}
    </View>
  )
}
