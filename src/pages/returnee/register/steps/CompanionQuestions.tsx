import { relations } from '@contract/returnee'
import { words } from '@/words'
import { ChoiceQuestion, TextQuestion } from '../questions'

const said = words.register.company

/** What is asked of one who comes along. */
export function CompanionQuestions({ index }: { index: number }) {
  const spoken = (label: string) => said.labelOf(said.companion(index + 1), label)
  return (
    <>
      <TextQuestion
        name={`answers.companions.${index}.name`}
        label={said.name}
        spoken={spoken(said.name)}
        most={40}
      />
      <ChoiceQuestion
        name={`answers.companions.${index}.relation`}
        label={said.relation}
        spoken={spoken(said.relation)}
        choices={relations.map((value) => ({ value, text: words.registration.relation[value] }))}
      />
      <TextQuestion
        name={`answers.companions.${index}.phone`}
        label={said.phone}
        spoken={spoken(said.phone)}
        keyboard="phone"
        optional
        most={20}
      />
      <TextQuestion
        name={`answers.companions.${index}.document.number`}
        label={said.document}
        spoken={spoken(said.document)}
        keyboard="identityNumber"
        optional
        most={20}
      />
    </>
  )
}
