import { Text, Textarea, View } from '@tarojs/components'
import { words } from '@/words'
import { inputLabel } from './inputLabel'
import './TextArea.scss'

export interface TextAreaProps {
  label: string
  value: string
  onChange: (text: string) => void
  placeholder?: string
  /** Characters. */
  most: number
  wrong?: boolean
}

/** Several lines of text, with a count of what is used. */
export function TextArea({ label, value, onChange, placeholder = '', most, wrong = false }: TextAreaProps) {
  return (
    <View className={`text-area${wrong ? ' text-area--wrong' : ''}`}>
      <Textarea
        className="text-area__input"
        value={value}
        maxlength={most}
        placeholder={placeholder}
        placeholderClass="text-area__placeholder"
        onInput={({ detail }) => onChange(detail.value)}
        {...inputLabel(label)}
      />
      <Text className="text-area__count">{words.app.wordsLeft(value.length, most)}</Text>
    </View>
  )
}
