import { createHash } from 'node:crypto'
import { ok, type CheckedInputOf } from '@contract/action'
import { examine, type policyActions } from '@contract/policy'
import type { UseCase } from '@kernel/serve'

type Content = Pick<CheckedInputOf<typeof policyActions.check>, 'name' | 'rules' | 'reporting' | 'tipping'>

/** Stands for all that a policy says, in its order; a checked input has its fields in the order of the schema. */
export const policyDigest = ({ name, rules, reporting, tipping }: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([name, rules, reporting, tipping]))
    .digest('base64url')

/** What is wrong with rules that are being edited. No database request but those of access. */
export const checkPolicy: UseCase<typeof policyActions.check> = (input) =>
  Promise.resolve(ok({ examination: examine(input.rules), digest: policyDigest(input) }))
