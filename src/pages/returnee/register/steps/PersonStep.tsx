import { useState } from 'react'
import { View } from '@tarojs/components'
import { identityDocuments } from '@contract/fields'
import type { FamilyMember } from '@contract/people'
import type { Purpose } from '@contract/returnee'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { ownPhone } from '@/pages/phones/OwnPhoneButton'
import { Tap } from '@/components/Tap'
import { words } from '@/words'
import { ChoiceQuestion, TextQuestion } from '../questions'
import { labelOf } from '../knownPeople'
import { useAnswer, useRegistrationForm } from '../useAnswer'
import './PersonStep.scss'

const said = words.register.person

const residentPurposes = ['self', 'family'] as const satisfies readonly Purpose[]

interface PersonStepProps {
  family: readonly FamilyMember[]
  /** Whether it is asked for whom; on the telephone and in amending it is settled. */
  asksPurpose: boolean
}

/** Who comes home. */
export function PersonStep({ family, asksPurpose }: PersonStepProps) {
  const { value: purpose } = useAnswer('purpose')
  return (
    <View className="card">
      {asksPurpose && (
        <ChoiceQuestion
          name="purpose"
          label={said.purpose}
          shape="rows"
          choices={residentPurposes.map((value) => ({ value, ...said.purposes[value] }))}
        />
      )}
      {asksPurpose && family.length > 0 && <KnownPeople family={family} />}
      <TextQuestion
        name="answers.person.name"
        label={said.name}
        placeholder={said.namePlaceholder}
        most={40}
      />
      <TextQuestion
        name="answers.person.phone"
        label={said.phone}
        hint={purpose === 'family' ? said.phoneHintFamily : said.phoneHint}
        keyboard="phone"
        most={20}
        below={asksPurpose && purpose === 'self' ? ownPhone : undefined}
      />
      <DocumentQuestions />
    </View>
  )
}

function KnownPeople({ family }: { family: readonly FamilyMember[] }) {
  const { setValue, clearErrors, watch } = useRegistrationForm()
  const typed = watch('answers.person')
  const fill = (id: string) => {
    const member = family.find((one) => one.id === id)
    if (!member) return
    const { name, phone, document, household } = member
    setValue('answers.person', {
      name,
      phone,
      document: document ?? { kind: 'residentId', number: '' },
    })
    setValue('answers.household', { place: household.place.id, door: household.door })
    clearErrors(['answers.person', 'answers.household'])
  }
  return (
    <Field label={said.known}>
      <Choices
        label={said.known}
        choices={family.map((member) => ({ value: member.id, text: labelOf(member, family) }))}
        chosen={family
          .filter(({ name, phone }) => name === typed.name && phone === typed.phone)
          .map(({ id }) => id)}
        onToggle={fill}
      />
    </Field>
  )
}

/** Nearly everybody has an identity card: the other kinds are offered only on demand. */
function DocumentQuestions() {
  const { value: kind = 'residentId' } = useAnswer('answers.person.document.kind')
  const [asksKind, setAsksKind] = useState(kind !== 'residentId')
  return (
    <>
      {asksKind && (
        <ChoiceQuestion
          name="answers.person.document.kind"
          label={said.documentKind}
          choices={identityDocuments.map((value) => ({ value, text: words.registration.document[value] }))}
        />
      )}
      <TextQuestion
        name="answers.person.document.number"
        label={said.documentNumber[kind]}
        keyboard={kind === 'residentId' ? 'identityNumber' : 'capitals'}
        optional
        most={20}
      />
      {!asksKind && (
        <Tap className="person-step__other" onTap={() => setAsksKind(true)}>
          {said.otherDocument}
        </Tap>
      )}
    </>
  )
}
