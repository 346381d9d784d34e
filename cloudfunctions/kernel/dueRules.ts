import { addDays, dayOf, instantAt, minutesIntoDay } from '@contract/calendar'
import type { Outcome, RegistrationAnswers } from '@contract/returnee'

const HOUR = 3_600_000

/** Between these hours somebody is at the desk; what would fall due at night is due at ten in the morning. */
const office = { opens: 8, closes: 20, firstDue: 10 } as const

const inOfficeHours = (due: Date): Date => {
  const minutes = minutesIntoDay(due)
  if (minutes > office.closes * 60) return instantAt(addDays(dayOf(due), 1), office.firstDue)
  return minutes < office.opens * 60 ? instantAt(dayOf(due), office.firstDue) : due
}

const hoursAfter = (now: Date, hours: number): Date => inOfficeHours(new Date(now.getTime() + hours * HOUR))

/** What these rules read of a registration. */
export interface Awaiting {
  answers: Pick<RegistrationAnswers, 'symptoms' | 'arrivesOn'> & {
    test: Pick<RegistrationAnswers['test'], 'result'>
  }
  expected?: Outcome | null
}

/** Whether somebody may be ill now: that cannot wait for the morning. */
const mayBeIll = ({ symptoms, test }: Awaiting['answers']): boolean =>
  symptoms.length > 0 || test.result === 'positive'

/** A room, a vehicle, or a door to be looked after: that has to be arranged before somebody stands there. */
const needsArranging = ({ expected }: Awaiting): boolean =>
  expected?.measure === 'centralObservation' || expected?.measure === 'homeObservation'

/** Within four hours for whoever is here or arrives today, or tomorrow where something has to be arranged; else a day. */
const usualDue = (awaiting: Awaiting, now: Date): Date => {
  const { arrivesOn } = awaiting.answers
  const today = dayOf(now)
  const isSoon = arrivesOn <= today || (needsArranging(awaiting) && arrivesOn <= addDays(today, 1))
  return hoursAfter(now, isSoon ? 4 : 24)
}

/** By when the community looks at a registration: within an hour, at any time of day, when somebody may be ill. */
export const reviewDue = (awaiting: Awaiting, now: Date): Date =>
  mayBeIll(awaiting.answers) ? new Date(now.getTime() + HOUR) : usualDue(awaiting, now)

/** By when staff look again at what was decided, because the rules expect something else: who is ill is known by then. */
export const reassessmentDue = (awaiting: Awaiting, isStricter: boolean, now: Date): Date =>
  isStricter && needsArranging(awaiting) ? usualDue(awaiting, now) : hoursAfter(now, 24)

/** By when a resident's answer is expected; then the grid worker calls. */
export const answerDue = (now: Date): Date => hoursAfter(now, 24)

/** By when a second officer looks at a stricter measure that was proposed. */
export const confirmationDue = (now: Date): Date => hoursAfter(now, 2)

/** By when an appeal is heard. */
export const hearingDue = (now: Date): Date => hoursAfter(now, 24)
