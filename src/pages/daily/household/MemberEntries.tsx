import { View } from '@tarojs/components'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import type { FieldFault } from '@contract/faults'
import { householdLimits } from '@contract/households'
import type { FamilyMember } from '@contract/people'
import { BigButton } from '@/components/BigButton'
import { Choices } from '@/components/Choices'
import { Field } from '@/components/Field'
import { ListEntry } from '@/components/ListEntry'
import { knownPeople, labelOf } from '@/pages/returnee/register/knownPeople'
import { householdWords } from '@/words/household'
import { MemberQuestions } from '../MemberQuestions'
import { newMember } from '../newMember'
import { isAmong, toggleKnown } from './knownMembers'
import type { OpeningForm } from './opening'

const said = householdWords.open
const { entry } = householdWords

interface MemberEntriesProps {
  form: UseFormReturn<OpeningForm>
  family: readonly FamilyMember[]
  byStaff: boolean
}

/** Who lives there: those registered before with a tap each, the others by hand. */
export function MemberEntries({ form, family, byStaff }: MemberEntriesProps) {
  const { control, watch, formState } = form
  const list = useFieldArray({ control, name: 'members', keyName: 'key' })
  const { errors } = formState
  const members = watch('members')
  const fault = (errors.members?.root ?? errors.members)?.message as FieldFault | undefined
  return (
    <View className="card">
      <Field label={said.people} hint={byStaff ? said.staffPeopleHint : said.peopleHint} fault={fault}>
        {family.length > 0 && (
          <KnownPeople
            family={knownPeople(family)}
            isChosen={(known) => isAmong(members, known)}
            onToggle={(known) => list.replace(toggleKnown(members, known))}
          />
        )}
        {list.fields.map(({ key, document }, index) => (
          <ListEntry
            key={key}
            title={entry.title(index + 1)}
            removeLabel={entry.remove(index + 1)}
            onRemove={list.fields.length > 1 ? () => list.remove(index) : undefined}
          >
            <MemberQuestions
              control={control}
              at={{
                name: `members.${index}.name`,
                relation: `members.${index}.relation`,
                phone: `members.${index}.phone`,
                documentKind: `members.${index}.document.kind`,
                documentNumber: `members.${index}.document.number`,
              }}
              number={index + 1}
              byStaff={byStaff}
              asksDocument={Boolean(document?.number)}
            />
          </ListEntry>
        ))}
        {list.fields.length < householdLimits.members && (
          <BigButton onClick={() => list.append(newMember())}>{said.add}</BigButton>
        )}
      </Field>
    </View>
  )
}

interface KnownPeopleProps {
  family: readonly FamilyMember[]
  isChosen: (known: FamilyMember) => boolean
  onToggle: (known: FamilyMember) => void
}

function KnownPeople({ family, isChosen, onToggle }: KnownPeopleProps) {
  return (
    <Field label={said.known}>
      <Choices
        label={said.known}
        several
        choices={family.map((known) => ({ value: known.id, text: labelOf(known, family) }))}
        chosen={family.filter(isChosen).map(({ id }) => id)}
        onToggle={(id) => family.filter((known) => known.id === id).forEach(onToggle)}
      />
    </Field>
  )
}
