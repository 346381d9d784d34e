import type { Candidate } from '@contract/places'
import type { FieldFault } from '@contract/faults'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { Choices } from '../Choices'
import { Field } from '../Field'
import { Notice } from '../Notice'

const said = staffWords.places.appoint

export interface CandidateChoicesProps {
  candidates: readonly Candidate[]
  /** The post of the one that is chosen. */
  chosen: string | null
  fault?: FieldFault
  onChoose: (post: string) => void
}

/** The staff who can have a duty at a place. */
export function CandidateChoices({ candidates, chosen, fault, onChoose }: CandidateChoicesProps) {
  return (
    <>
      {/* Below a list that may be long nobody would see it. */}
      {fault && <Notice tone="danger" title={words.faults[fault]} />}
      <Field label={said.who}>
        <Choices
          label={said.who}
          shape="rows"
          choices={candidates.map(({ id, name, role, place }) => ({
            value: id,
            text: name,
            note: [words.registration.role[role], ...place.names.slice(-1)].join(' · '),
          }))}
          chosen={chosen ? [chosen] : []}
          onToggle={onChoose}
        />
      </Field>
    </>
  )
}
