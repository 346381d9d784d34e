import { ok } from '@contract/action'
import type { EditionHead } from '@contract/editions'
import { examine, type policyActions, type PolicyShown } from '@contract/policy'
import { usualReporting } from '@contract/reportingRules'
import { usualTipping } from '@contract/usualTipping'
import { noSuch, placeOf } from '@kernel/deciders'
import { editions, type PolicyDocument } from '@kernel/assessment/editionDocuments'
import { findEdition, headOf, headWith, inForceNow } from '@kernel/assessment/editionHeads'
import type { UseCase } from '@kernel/serve'

const shown = (
  head: EditionHead,
  { name, rules, reporting = usualReporting, tipping = usualTipping }: PolicyDocument,
): PolicyShown => ({
  ...head,
  name,
  rules,
  reporting,
  tipping,
  examination: examine(rules),
})

/** The one that applies at a place; it may have been published above it. */
export const showInForce: UseCase<typeof policyActions.inForce> = async (input, context) => {
  const { at } = await placeOf(input.place, context)
  const id = await inForceNow('policy', at)
  if (id === null) return ok(null)
  const { data } = await editions('policy').doc(id).get()
  if (!data) throw new Error('a policy in force is not there')
  return ok(shown(headWith(id, 'policy', data, context), data))
}

export const showPolicy: UseCase<typeof policyActions.show> = async (input, context) => {
  const found = await findEdition('policy', input)
  return found ? ok(shown(await headOf('policy', found, context), found)) : noSuch('edition')
}
