import { useState } from 'react'
import { limits } from '@contract/returnee'
import type { Colleague } from '@contract/people'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { handlingWords } from '@/words/handling'
import { BigButton } from '../BigButton'
import { Choices } from '../Choices'
import { FailureNotice } from '../FailureNotice'
import { Field } from '../Field'
import { useKeptWords } from '../keptWords'
import { Sheet } from '../Sheet'
import { SheetBody } from '../SheetBody'
import { StateView, type StateViewProps } from '../StateView'
import { TextArea } from '../TextArea'

const said = handlingWords.reassign
export interface ReassignSheetProps {
  colleagues: StateViewProps<Colleague[]>['query']
  /** Who has it now. */
  assignee: string | null
  open: boolean
  busy: boolean
  error: CallError | null
  onSend: (to: { colleague: string; words: string }) => void
  onClose: () => void
}

/** Whom a case goes to. Stays filled in until it is sent. */
export function ReassignSheet({
  colleagues,
  assignee,
  open,
  busy,
  error,
  onSend,
  onClose,
}: ReassignSheetProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [spoken, setSpoken] = useKeptWords('reassign', { open, busy, error })
  const [missing, setMissing] = useState(false)
  const choose = (id: string) => {
    setChosen(id)
    setMissing(false)
  }
  const send = () => (chosen ? onSend({ colleague: chosen, words: spoken.trim() }) : setMissing(true))
  const name = colleagues.data?.find(({ id }) => id === chosen)?.name
  return (
    <Sheet title={said.title} open={open} onClose={onClose}>
      <SheetBody>
        <FailureNotice error={error} kept={words.app.kept} />
        <StateView query={colleagues} empty={{ when: (list) => list.length === 0, title: said.nobody }}>
          {(list) => (
            <>
              <Field label={said.to} hint={said.hint} fault={missing ? 'required' : undefined}>
                <Choices
                  label={said.to}
                  shape="rows"
                  choices={list.map((colleague) => choiceOf(colleague, assignee))}
                  chosen={chosen ? [chosen] : []}
                  onToggle={choose}
                />
              </Field>
              <Field label={said.words} optional>
                <TextArea
                  label={said.words}
                  value={spoken}
                  onChange={setSpoken}
                  placeholder={said.wordsPlaceholder}
                  most={limits.words}
                />
              </Field>
            </>
          )}
        </StateView>
      </SheetBody>
      {colleagues.data && colleagues.data.length > 0 && (
        <BigButton tone="primary" busy={busy} onClick={send}>
          {name ? said.send(name) : said.sendWithout}
        </BigButton>
      )}
    </Sheet>
  )
}

const choiceOf = ({ id, name, role, place }: Colleague, assignee: string | null) => ({
  value: id,
  text: id === assignee ? said.current(name) : name,
  note: [words.registration.role[role], ...place.names.slice(-2)].join(' '),
})
