import { Text, View } from '@tarojs/components'
import './PickerRow.scss'

export interface PickerRowProps {
  /** What is chosen; '' when nothing is. */
  text: string
  placeholder: string
  wrong?: boolean
  /** Given where tapping opens something of our own; WeChat's pickers open themselves. */
  label?: string
  onClick?: () => void
}

/** Looks like an input, and opens something to choose from. */
export function PickerRow({ text, placeholder, wrong = false, label, onClick }: PickerRowProps) {
  return (
    <View
      className={`picker-row${wrong ? ' picker-row--wrong' : ''}`}
      onClick={onClick}
      {...(label ? { role: 'button', 'aria-label': `${label} ${text || placeholder}` } : {})}
    >
      <Text className={text ? 'picker-row__text' : 'picker-row__placeholder'}>{text || placeholder}</Text>
      <View className="picker-row__arrow" />
    </View>
  )
}
