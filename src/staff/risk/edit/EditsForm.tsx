import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { dayOf, type Day } from '@contract/calendar'
import { areaKey, EDITS_AT_MOST, type RiskHit } from '@contract/riskAreas'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { StateView } from '@/components/StateView'
import { Tap } from '@/components/Tap'
import { TextInput } from '@/components/TextInput'
import { asked } from '@/services/queries'
import { useSettled } from '@/services/useSettled'
import { staffWords } from '@/words/staff'
import { areaPlace, areaRisk } from '../areaWords'
import { EditSheet } from './EditSheet'
import { editOf, newEditIn, putEdit } from './listEdits'
import type { NamedEdit } from './useListDraft'
import './index.scss'

const said = staffWords.risk.edit

/** As many characters as the contract takes. */
const MOST = 40

/** What the sheet shows: an area that is listed, or one that is to be. */
interface Opened {
  edit: NamedEdit
  isNew: boolean
}

interface EditsFormProps {
  edits: readonly NamedEdit[]
  onChange: (edits: NamedEdit[]) => void
  place: string
}

/** Areas of the list in force, found by name and changed one by one. */
export function EditsForm({ edits, onChange, place }: EditsFormProps) {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Opened | null>(null)
  const today = dayOf(new Date())
  const openListed = (edit: NamedEdit) => setOpen({ edit, isNew: false })
  const save = (edit: NamedEdit) => {
    onChange(putEdit(edits, edit))
    setOpen(null)
  }
  return (
    <>
      <EditLines edits={edits} today={today} onChange={onChange} onOpen={openListed} />
      <View className="card">
        <Field label={said.search} hint={said.searchHint}>
          <TextInput
            label={said.search}
            value={typed}
            onChange={setTyped}
            placeholder={said.searchPlaceholder}
            most={MOST}
          />
        </Field>
        {typed.trim() !== '' && <Hits words={typed.trim()} place={place} today={today} onOpen={setOpen} />}
      </View>
      {open && <EditSheet {...open} today={today} onSave={save} onClose={() => setOpen(null)} />}
    </>
  )
}

interface EditLinesProps extends Omit<EditsFormProps, 'place'> {
  today: Day
  onOpen: (edit: NamedEdit) => void
}

function EditLines({ edits, today, onChange, onOpen }: EditLinesProps) {
  if (edits.length === 0) return null
  return (
    <View className="card">
      <View className="title">{said.edits(edits.length)}</View>
      {edits.length > EDITS_AT_MOST && <Notice tone="danger" title={said.tooMany} />}
      {edits.map((edit) => (
        <View key={areaKey(edit)} className="edits__line">
          <Tap className="edits__text" label={said.change(areaPlace(edit))} onTap={() => onOpen(edit)}>
            <View>{areaPlace(edit)}</View>
            <View className="soft">
              {edit.level === null ? said.taken : areaRisk({ ...edit, level: edit.level }, today)}
            </View>
          </Tap>
          <Tap
            className="edits__act"
            label={said.removeEdit(areaPlace(edit))}
            onTap={() => onChange(edits.filter((other) => areaKey(other) !== areaKey(edit)))}
          >
            {said.remove}
          </Tap>
        </View>
      ))}
    </View>
  )
}

interface HitsProps {
  words: string
  place: string
  today: Day
  onOpen: (opened: Opened) => void
}

function Hits({ words, place, today, onOpen }: HitsProps) {
  const sought = useSettled(words)
  const found = useQuery(asked('riskAreas', 'search', { words: sought, place }))
  return (
    <StateView query={found} empty={{ when: ({ hits }) => hits.length === 0, title: said.notFound }}>
      {({ hits, more }) => (
        <>
          {hits.map((hit) => (
            <County key={hit.region} hit={hit} today={today} onOpen={onOpen} />
          ))}
          {more && <View className="soft">{said.moreFound}</View>}
        </>
      )}
    </StateView>
  )
}

function County({ hit, today, onOpen }: { hit: RiskHit } & Pick<HitsProps, 'today' | 'onOpen'>) {
  const { names, areas } = hit
  return (
    <>
      <View className="edits__county">{names}</View>
      {areas.map((area) => (
        <View key={`${area.name} ${area.from}`} className="edits__line">
          <Tap
            className="edits__text"
            label={said.change(areaPlace({ names, name: area.name }))}
            onTap={() => onOpen({ edit: editOf(area, names), isNew: false })}
          >
            <View>{area.name || staffWords.risk.county}</View>
            <View className="soft">{areaRisk(area, today)}</View>
          </Tap>
        </View>
      ))}
      <Tap
        className="edits__act"
        label={said.addIn(names)}
        onTap={() => onOpen({ edit: newEditIn(hit, today), isNew: true })}
      >
        {said.add}
      </Tap>
    </>
  )
}
