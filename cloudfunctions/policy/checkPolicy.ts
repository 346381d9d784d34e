import { createHash } from 'node:crypto'
import { ok } from '@contract/action'
import { examine, type policyActions, type Rule } from '@contract/policy'
import type { UseCase } from '@kernel/serve'

/** Stands for a policy's name and its rules in their order; a checked input has its fields in the order of the schema. */
export const policyDigest = (name: string, rules: readonly Rule[]): string =>
  createHash('sha256')
    .update(JSON.stringify([name, rules]))
    .digest('base64url')

/** What is wrong with rules that are being edited. No database request but those of access. */
export const checkPolicy: UseCase<typeof policyActions.check> = ({ name, rules }) =>
  Promise.resolve(ok({ examination: examine(rules), digest: policyDigest(name, rules) }))
