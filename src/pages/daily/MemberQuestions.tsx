import { useState } from 'react'
import {
  get,
  useFormState,
  useWatch,
  type Control,
  type FieldPathByValue,
  type FieldValues,
} from 'react-hook-form'
import { identityDocuments } from '@contract/fields'
import { memberRelations } from '@contract/households'
import { memberRelationLabels } from '@contract/labels'
import { ChoiceQuestion } from '@/components/ChoiceQuestion'
import { ownPhone } from '@/pages/phones/OwnPhoneButton'
import { Tap } from '@/components/Tap'
import { TextQuestion } from '@/components/TextQuestion'
import { words } from '@/words'
import { householdWords } from '@/words/household'
import './MemberQuestions.scss'

const said = householdWords.entry

type Name<Typed extends FieldValues> = FieldPathByValue<Typed, string | undefined>

export interface MemberQuestionsProps<Typed extends FieldValues> {
  control: Control<Typed>
  /** Where each answer stands in the form. */
  at: Record<'name' | 'relation' | 'phone' | 'documentKind' | 'documentNumber', Name<Typed>>
  /** Which of several; undefined for one alone. */
  number?: number
  /** Whether staff fill it in, who are no relatives. */
  byStaff?: boolean
  /** Whether the document is asked for at once. */
  asksDocument: boolean
  /** Said where something is known that the reader does not see. */
  hints?: { name?: string; phone?: string; document?: string }
}

/** What is asked of one person of a household. Nobody needs a telephone or a document. */
export function MemberQuestions<Typed extends FieldValues>(props: MemberQuestionsProps<Typed>) {
  const { control, at, number, byStaff = false, asksDocument, hints = {} } = props
  const { errors } = useFormState({ control, name: at.documentNumber })
  const relation: string | undefined = useWatch({ control, name: at.relation })
  const [isOpen, setOpen] = useState(asksDocument)
  const spoken = (label: string) => (number === undefined ? label : said.spoken(number, label))
  // A fault in what is folded away would be looked for in vain.
  const showsDocument = isOpen || get(errors, at.documentNumber) !== undefined
  return (
    <>
      <TextQuestion
        control={control}
        name={at.name}
        label={said.name}
        spoken={spoken(said.name)}
        hint={hints.name}
        most={40}
      />
      <ChoiceQuestion
        control={control}
        name={at.relation}
        label={byStaff ? said.staffRelation : said.relation}
        spoken={spoken(said.relation)}
        choices={memberRelations.map((value) => ({ value, text: memberRelationLabels[value] }))}
      />
      <TextQuestion
        control={control}
        name={at.phone}
        label={said.phone}
        spoken={spoken(said.phone)}
        hint={hints.phone ?? said.phoneHint}
        keyboard="phone"
        optional
        most={20}
        below={relation === 'self' && !byStaff ? ownPhone : undefined}
      />
      {showsDocument ? (
        <DocumentQuestions
          control={control}
          kind={at.documentKind}
          of={at.documentNumber}
          spoken={spoken}
          hint={hints.document ?? (byStaff ? said.staffWhyDocument : said.whyDocument)}
        />
      ) : (
        <Tap className="member-questions__more" label={spoken(said.more)} onTap={() => setOpen(true)}>
          {said.more}
        </Tap>
      )}
    </>
  )
}

interface DocumentQuestionsProps<Typed extends FieldValues> {
  control: Control<Typed>
  kind: Name<Typed>
  /** Where the number stands. */
  of: Name<Typed>
  spoken: (label: string) => string
  hint: string
}

function DocumentQuestions<Typed extends FieldValues>(props: DocumentQuestionsProps<Typed>) {
  const { control, kind, of, spoken, hint } = props
  const { documentKind, documentNumber } = householdWords.entry
  return (
    <>
      <ChoiceQuestion
        control={control}
        name={kind}
        label={documentKind}
        spoken={spoken(documentKind)}
        choices={identityDocuments.map((value) => ({ value, text: words.registration.document[value] }))}
      />
      <TextQuestion
        control={control}
        name={of}
        label={documentNumber}
        spoken={spoken(documentNumber)}
        hint={hint}
        keyboard="identityNumber"
        optional
        most={20}
      />
    </>
  )
}
