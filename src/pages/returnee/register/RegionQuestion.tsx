import { useState } from 'react'
import { Field } from '@/components/Field'
import { PickerRow } from '@/components/PickerRow'
import { RegionPicker } from '@/components/RegionPicker'
import { regionPath, regionTable } from '@/pages/regions/findCounties'
import { words } from '@/words'
import { useAnswer } from './useAnswer'

interface RegionQuestionProps {
  name: 'answers.from.region' | `answers.passed.${number}.region`
  label: string
  /** Read out, where the label alone occurs more than once on the screen. */
  spoken?: string
  hint?: string
}

/** A question answered with a county. */
export function RegionQuestion({ name, label, spoken = label, hint }: RegionQuestionProps) {
  const { value, change, fault, id } = useAnswer(name)
  const [open, setOpen] = useState(false)
  const choose = (code: string) => {
    change(code)
    setOpen(false)
  }
  return (
    <Field id={id} label={label} hint={hint} fault={fault}>
      <PickerRow
        label={spoken}
        text={regionPath(value)}
        placeholder={words.app.choose}
        wrong={fault !== undefined}
        onClick={() => setOpen(true)}
      />
      <RegionPicker
        title={label}
        open={open}
        regions={regionTable}
        onChoose={choose}
        onClose={() => setOpen(false)}
      />
    </Field>
  )
}
