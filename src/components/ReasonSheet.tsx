import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { BigButton } from './BigButton'
import { Choices } from './Choices'
import { FailureNotice } from './FailureNotice'
import { Field } from './Field'
import { useKeptWords } from './keptWords'
import { Sheet } from './Sheet'
import { SheetBody } from './SheetBody'
import { TextArea } from './TextArea'
import './ReasonSheet.scss'

export interface ReasonSheetProps {
  title: string
  /** What will happen. */
  explain?: string
  /** The question above the words: 原因, 要问的话. */
  label: string
  presets: readonly string[]
  /** What stands there at first, to be kept or changed. */
  suggested?: string
  /** Words on the button that sends. */
  confirm: string
  tone?: 'primary' | 'danger'
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (words: string) => void
  onClose: () => void
}

/**
 * Asks for words with presets to start from. What was typed stays when sending fails, when the sheet is
 * closed, and where the page is about one thing also when the app is. */
export function ReasonSheet(props: ReasonSheetProps) {
  const {
    title,
    explain,
    label,
    presets,
    suggested = '',
    confirm,
    tone = 'primary',
    open,
    busy,
    error,
    onSend,
    onClose,
  } = props
  const [said, setSaid] = useKeptWords(title, { open, busy, error }, suggested)
  const [missing, setMissing] = useState(false)
  const say = (text: string) => {
    setSaid(text)
    setMissing(false)
  }
  const send = () => (said.trim() ? onSend(said.trim()) : setMissing(true))
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        {explain && <View className="soft reason-sheet__explain">{explain}</View>}
        <Field label={label} fault={missing ? 'required' : undefined}>
          <View className="reason-sheet__presets">
            <Choices
              label={label}
              choices={presets.map((preset) => ({ value: preset, text: preset }))}
              chosen={[said]}
              onToggle={say}
            />
          </View>
          <TextArea
            label={label}
            value={said}
            onChange={say}
            placeholder={presets.length > 0 ? words.app.ownWords : words.app.ownWordsPlaceholder}
            most={limits.words}
            wrong={missing}
          />
        </Field>
      </SheetBody>
      <BigButton tone={tone} busy={busy} onClick={send}>
        {confirm}
      </BigButton>
    </Sheet>
  )
}
