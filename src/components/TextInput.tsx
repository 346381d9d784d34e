import { Input, type InputProps } from '@tarojs/components'
import { inputLabel } from './inputLabel'
import './TextInput.scss'

const keyboards = {
  text: { type: 'text', inBrowser: { autocorrect: 'off' } },
  phone: { type: 'number', inBrowser: { type: 'tel', inputmode: 'tel' } },
  temperature: { type: 'digit', inBrowser: { type: 'text', inputmode: 'decimal' } },
  identityNumber: { type: 'idcard', inBrowser: { type: 'text', autocapitalize: 'characters' } },
  capitals: { type: 'text', inBrowser: { autocapitalize: 'characters', autocorrect: 'off' } },
} as const satisfies Record<string, { type: keyof InputProps.Type; inBrowser: Record<string, string> }>

export interface TextInputProps {
  label: string
  value: string
  onChange: (text: string) => void
  onBlur?: () => void
  keyboard?: keyof typeof keyboards
  placeholder?: string
  /** Characters; what the schema allows, so that nothing typed is lost silently. */
  most: number
  wrong?: boolean
}

/** A line of text with the keyboard that suits it. */
export function TextInput({ label, value, onChange, onBlur, keyboard = 'text', ...rest }: TextInputProps) {
  const { type, inBrowser } = keyboards[keyboard]
  return (
    <Input
      className={`text-input${rest.wrong ? ' text-input--wrong' : ''}`}
      type={type}
      value={value}
      maxlength={rest.most}
      placeholder={rest.placeholder ?? ''}
      placeholderClass="text-input__placeholder"
      onInput={({ detail }) => onChange(detail.value)}
      onBlur={onBlur}
      {...inputLabel(label, inBrowser)}
    />
  )
}
