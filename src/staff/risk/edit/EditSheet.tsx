import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, type Day } from '@contract/calendar'
import { AREA_NAME_LENGTH, riskLevels } from '@contract/riskAreas'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { DayField } from '@/components/DayField'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { SheetBody } from '@/components/SheetBody'
import { TextInput } from '@/components/TextInput'
import { staffWords } from '@/words/staff'
import { areaPlace } from '../areaWords'
import { withLevel } from './listEdits'
import type { NamedEdit } from './useListDraft'
import './index.scss'

const said = staffWords.risk.sheet

/** Areas are not dated further back or ahead. */
const DAYS = { back: 365, ahead: 60 } as const

interface EditSheetProps {
  edit: NamedEdit
  /** Whether the list lacks it. One that it has keeps its name: by another it would be a second area. */
  isNew: boolean
  today: Day
  onSave: (edit: NamedEdit) => void
  onClose: () => void
}

/** One area: where, which level, from which day until which. */
export function EditSheet({ edit: before, isNew, today, onSave, onClose }: EditSheetProps) {
  const [edit, setEdit] = useState(before)
  const set = (changes: Partial<NamedEdit>) => setEdit({ ...edit, ...changes })
  return (
    <Sheet title={said.title} open onClose={onClose}>
      <SheetBody>
        <View className="title edit-sheet__where">{isNew ? edit.names : areaPlace(edit)}</View>
        {isNew && (
          <Field label={said.name} hint={said.nameHint} optional>
            <TextInput
              label={said.name}
              value={edit.name}
              onChange={(name) => set({ name })}
              most={AREA_NAME_LENGTH}
            />
          </Field>
        )}
        <Field label={said.level}>
          <Choices
            label={said.level}
            choices={levelChoices}
            chosen={[edit.level ?? 'taken']}
            onToggle={(level) => setEdit(withLevel(edit, level === 'taken' ? null : level, before, today))}
          />
        </Field>
        {edit.level !== null && <Days edit={edit} today={today} onChange={set} />}
      </SheetBody>
      <BigButton tone="primary" onClick={() => onSave({ ...edit, name: edit.name.trim() })}>
        {said.save}
      </BigButton>
    </Sheet>
  )
}

const levelChoices = [
  ...[...riskLevels].reverse().map((value) => ({ value, text: staffWords.risk.level[value] })),
  { value: 'taken' as const, text: said.taken },
]

interface DaysProps {
  edit: NamedEdit
  today: Day
  onChange: (changes: Partial<NamedEdit>) => void
}

function Days({ edit: { from, until }, today, onChange }: DaysProps) {
  const isWrong = until !== null && until < from
  return (
    <>
      <Field label={said.from}>
        <DayField
          label={said.from}
          value={from}
          onChange={(day) => onChange({ from: day })}
          today={today}
          from={addDays(today, -DAYS.back)}
          until={addDays(today, DAYS.ahead)}
        />
      </Field>
      <Field label={said.until} fault={isWrong ? 'outOfRange' : undefined}>
        <Choices
          label={said.until}
          choices={[
            { value: 'goesOn', text: said.goesOn },
            { value: 'ends', text: said.ends },
          ]}
          chosen={[until === null ? 'goesOn' : 'ends']}
          onToggle={(chosen) => onChange({ until: chosen === 'ends' ? today : null })}
        />
        {until !== null && (
          <DayField
            label={said.until}
            value={until}
            onChange={(day) => onChange({ until: day })}
            today={today}
            from={from}
            until={addDays(today, DAYS.ahead)}
            wrong={isWrong}
          />
        )}
      </Field>
    </>
  )
}
