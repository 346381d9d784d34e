import { ok } from '@contract/action'
import type { returneeActions } from '@contract/returnee'
import { addressesInCase } from '@kernel/pictures/addresses'
import { openAnswers, type RegistrationCase } from '@kernel/registration'
import { revealed } from '@kernel/revealing'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'

/** The clear text and the pictures, for a reason that the person concerned will read. */
export const revealRegistration: UseCase<typeof returneeActions.reveal> = async (sent, context) => {
  const found = await revealed<RegistrationCase>(sent, context, (input, look) =>
    changeRegistration('reveal', input, context, look),
  )
  if (!found.ok) return found
  const { _id, body } = found.data
  const answers = openAnswers(body.answers, _id, ownSealer())
  const pictures = await addressesInCase(answers.test.pictures, _id, context.now)
  return ok({ ...changedView(found.data, context), answers, pictures })
}
