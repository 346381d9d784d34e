import { ok, refused, type CheckedInputOf } from '@contract/action'
import { assess } from '@contract/assessment'
import type { Faults } from '@contract/faults'
import type { policyActions } from '@contract/policy'
import { regionNames } from '@contract/regions'
import { factsOf, regionName } from '@kernel/assessment/assessRegistration'
import { rulingAt } from '@kernel/assessment/inForce'
import { placeOf } from '@kernel/deciders'
import type { UseCase } from '@kernel/serve'

type Example = CheckedInputOf<typeof policyActions.tryOut>['example']

/** What rules would make of a registration that is made up and sent now, under the list in force. */
export const tryOut: UseCase<typeof policyActions.tryOut> = async (input, context) => {
  const { example, name, rules } = input
  const fields = faultsOf(example)
  if (Object.keys(fields).length > 0) return refused('invalidInput', 'there is no such region', fields)
  const { at } = await placeOf(input.place, context)
  const { list } = await rulingAt(at, context.now)
  const answers = { ...example, symptoms: [], test: { result: example.test } }
  const facts = { ...factsOf(answers, context.now), hasSymptoms: example.hasSymptoms }
  return ok({ outcome: assess(facts, { id: '', number: 0, name, rules }, list, regionName) })
}

const faultsOf = ({ from, passed }: Example): Faults => {
  const stays = [
    { path: 'example.from.region', region: from.region },
    ...passed.map(({ region }, index) => ({ path: `example.passed.${index}.region`, region })),
  ]
  const unknown = stays.filter(({ region }) => !regionNames(region))
  return Object.fromEntries(unknown.map(({ path }) => [path, 'regionUnknown' as const]))
}
