import { compareStrictness, outcomeOf, type Outcome, type Terms } from '@contract/returnee'
import type { RegistrationBody } from '@kernel/registration'

/** Whether these are the terms that the rules expect. */
export const isExpected = ({ expected }: RegistrationBody, terms: Terms): boolean =>
  !!expected && compareStrictness(terms, expected) === 0

/**
 * What staff choose. When it comes to what the rules expect it is that, with its tests and its reason; anything else is
 * counted from the day of arrival.
 */
export const outcomeChosen = (body: RegistrationBody, { measure, days }: Terms): Outcome =>
  body.expected && isExpected(body, { measure, days })
    ? body.expected
    : outcomeOf(measure, days, body.answers.arrivesOn)
