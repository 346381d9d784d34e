import type { Day } from '@contract/calendar'
import type { FamilyMember } from '@contract/people'
import type { AnswerSectionName } from '@/components/answerSections'
import type { StepName } from '../form'
import type { Pictures } from '@/services/pictures'
import { CheckStep } from './CheckStep'
import { CompanyStep } from './CompanyStep'
import { HealthStep } from './HealthStep'
import { HouseholdStep } from './HouseholdStep'
import { JourneyStep } from './JourneyStep'
import { PersonStep } from './PersonStep'

interface StepQuestionsProps {
  name: StepName
  asksPurpose: boolean
  family: readonly FamilyMember[]
  today: Day
  pictures: Pictures
  onEdit: (section: AnswerSectionName) => void
}

/** What one step asks. */
export function StepQuestions({ name, asksPurpose, family, today, pictures, onEdit }: StepQuestionsProps) {
  switch (name) {
    case 'person':
      return <PersonStep family={family} asksPurpose={asksPurpose} />
    case 'household':
      return <HouseholdStep />
    case 'journey':
      return <JourneyStep today={today} />
    case 'company':
      return <CompanyStep today={today} />
    case 'health':
      return <HealthStep today={today} pictures={pictures} />
    case 'check':
      return <CheckStep today={today} pictures={pictures} onEdit={onEdit} />
  }
}
