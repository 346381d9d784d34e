import { runs, type RunDocument } from '@kernel/assessment/runDocuments'
import { now as clock } from '@kernel/clock'
import { command } from '@kernel/cloud'

/** Notes how a run stands; null when somebody else has noted something meanwhile and goes on with it. */
export async function noteRun(run: RunDocument, changes: Partial<RunDocument>): Promise<RunDocument | null> {
  const { _id, version } = run
  const noted = { turnAt: clock(), ...changes, version: version + 1 }
  const replaced = Object.entries(noted).map(([field, value]) => [
    field,
    // An object would be merged into the stored one.
    value !== null && typeof value === 'object' ? command.set(value) : value,
  ])
  const data = Object.fromEntries(replaced) as Record<string, unknown>
  const { stats } = await runs.where({ _id, version }).update({ data })
  return stats.updated === 1 ? { ...run, ...noted } : null
}
