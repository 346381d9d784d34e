import { useState } from 'react'
import { BigButton } from '@/components/BigButton'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextArea } from '@/components/TextArea'
import { staffWords } from '@/words/staff'

const said = staffWords.risk.edit

/** No line of a list is longer. */
const MOST = 1_000

interface CorrectSheetProps {
  /** Its number. */
  line: number
  now: string
  onLine: (line: string) => void
  onClose: () => void
}

/** One line of a pasted table, to be written anew. */
export function CorrectSheet({ line, now, onLine, onClose }: CorrectSheetProps) {
  const [text, setText] = useState(now)
  const save = () => {
    onLine(text)
    onClose()
  }
  return (
    <Sheet title={said.correctTitle(line)} open onClose={onClose}>
      <SheetBody>
        <Field label={said.correct}>
          <TextArea label={said.correct} value={text} onChange={setText} most={MOST} />
        </Field>
      </SheetBody>
      <BigButton tone="primary" onClick={save}>
        {said.save}
      </BigButton>
    </Sheet>
  )
}
