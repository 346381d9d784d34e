import { View } from '@tarojs/components'
import { limits } from '@contract/returnee'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { TextArea } from '@/components/TextArea'
import { words } from '@/words'

interface ReasonProps {
  label: string
  presets: readonly string[]
  value: string
  missing: boolean
  onChange: (text: string) => void
}

/** Why: chosen from what is usual, or written. */
export function Reason({ label, presets, value, missing, onChange }: ReasonProps) {
  return (
    <Field label={label} fault={missing ? 'required' : undefined}>
      <View className="keeping__presets">
        <Choices
          label={label}
          choices={presets.map((preset) => ({ value: preset, text: preset }))}
          chosen={[value]}
          onToggle={onChange}
        />
      </View>
      <TextArea
        label={label}
        value={value}
        onChange={onChange}
        placeholder={words.app.ownWords}
        most={limits.words}
        wrong={missing}
      />
    </Field>
  )
}
