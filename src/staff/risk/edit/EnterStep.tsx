import { Textarea, View } from '@tarojs/components'
import type { FieldFault } from '@contract/faults'
import { PASTED_AT_MOST } from '@contract/riskAreas'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { inputLabel } from '@/components/inputLabel'
import { Notice } from '@/components/Notice'
import { PageSight } from '@/components/PageSight'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { EditsForm } from './EditsForm'
import { entryKinds } from './useListDraft'
import type { ListWork } from './useListWork'
import '@/components/TextArea.scss'
import './index.scss'

const said = staffWords.risk.edit

/** A table is pasted or chosen as a file, or the list in force is changed here and there. */
export function EnterStep({ work, place }: { work: ListWork; place: string }) {
  const { draft, change, stage } = work
  const refused = stage.at === 'failed' ? stage.error.fields?.['entry.text'] : undefined
  return (
    <PageSight>
      <View className="card">
        <Field label={said.kind}>
          <Choices
            label={said.kind}
            choices={entryKinds.map((kind) => ({ value: kind, text: said.kinds[kind] }))}
            chosen={[draft.kind]}
            onToggle={(kind) => change({ kind })}
          />
        </Field>
        {draft.kind !== 'edits' && <Whole whole={draft.whole} onChange={(whole) => change({ whole })} />}
        {draft.kind === 'text' && (
          <Paste text={draft.text} refused={refused} onChange={(text) => change({ text })} />
        )}
        {draft.kind === 'file' && <View className="soft">{said.fileHint}</View>}
      </View>
      {draft.kind === 'file' && stage.at === 'entering' && stage.notChosen && (
        <Notice tone="danger" title={said.notChosen[stage.notChosen]} />
      )}
      {draft.kind === 'edits' && (
        <EditsForm edits={draft.edits} onChange={(edits) => change({ edits })} place={place} />
      )}
    </PageSight>
  )
}

function Whole({ whole, onChange }: { whole: boolean; onChange: (whole: boolean) => void }) {
  return (
    <Field label={said.whole}>
      <Choices
        label={said.whole}
        shape="rows"
        choices={(['part', 'whole'] as const).map((value) => ({
          value,
          text: said.wholes[value],
          note: said.wholeNotes[value],
        }))}
        chosen={[whole ? 'whole' : 'part']}
        onToggle={(value) => onChange(value === 'whole')}
      />
    </Field>
  )
}

interface PasteProps {
  text: string
  /** What the function found wrong with it. */
  refused: FieldFault | undefined
  onChange: (text: string) => void
}

function Paste({ text, refused, onChange }: PasteProps) {
  const fault = text.length > PASTED_AT_MOST ? 'tooLong' : refused
  return (
    <Field label={said.text} hint={said.textHint} fault={fault}>
      <View className={`text-area paste${fault ? ' text-area--wrong' : ''}`}>
        <Textarea
          className="text-area__input paste__input"
          value={text}
          // Without an end: the phone would cut off a longer table, and nobody would notice.
          maxlength={-1}
          placeholder={said.textPlaceholder}
          placeholderClass="text-area__placeholder"
          onInput={({ detail }) => onChange(detail.value)}
          {...inputLabel(said.text)}
        />
        <View className="text-area__count">{words.app.wordsLeft(text.length, PASTED_AT_MOST)}</View>
      </View>
    </Field>
  )
}
