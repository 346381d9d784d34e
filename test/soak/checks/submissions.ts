import { outcomeOf, refusalsOf, type Finding, type Said } from '../said'
import type { Stored } from '../stored'
import { tracesIn, type Traces } from './traces'

/** Of these somebody else's, or an earlier one of the same person, may have left the trace: a refusal says nothing about it. */
const shared = ['rewards.claim', 'rewards.handOver']

/** What two submissions cannot both have done. */
const onlyOnce = ['rewards.handOver']

/** Functions of which every other action is an event of a case. */
const ofCases = /^(returnee|healthAlerts|tips)\./

/** Each submission that was acknowledged is there once, none that was refused is, and none twice; nobody was told both. */
export function findInSubmissions(stored: Stored, said: readonly Said[]): Finding[] {
  const traces = tracesIn(stored)
  const tracesOf = ({ what }: Said): Traces | undefined =>
    traces[what] ?? (ofCases.test(what) ? traces.event : undefined)
  return [
    ...said.flatMap((one) => {
      const found = tracesOf(one)?.(one)
      const wrong = [contradiction(one), found === undefined ? null : miscount(one, found)]
      return wrong.flatMap((what) => (what ? { document: `${one.what} ${one.id}`, what } : []))
    }),
    ...doneTwice(said),
  ]
}

function contradiction(one: Said): string | null {
  const refusals = refusalsOf(one)
  if (outcomeOf(one) !== 'acknowledged' || refusals.length === 0) return null
  return `of ${one.about} was acknowledged, and refused as ${refusals.join(', ')}`
}

function miscount(one: Said, found: number): string | null {
  const outcome = outcomeOf(one)
  const least = outcome === 'acknowledged' && !mayBeGone(one) ? 1 : 0
  const most = outcome === 'refused' && !shared.includes(one.what) ? 0 : 1
  const refusal = outcome === 'refused' ? ` (${one.answers.join(', ')})` : ''
  return found >= least && found <= most ? null : `was ${outcome}${refusal}, and is there ${found} times`
}

/** A later report of the same day replaces what an earlier one has said; what no case claims is removed. */
const mayBeGone = ({ what }: Said): boolean => what === 'selfReport.report' || what === 'pictures.add'

function doneTwice(said: readonly Said[]): Finding[] {
  const done = said.filter((one) => onlyOnce.includes(one.what) && outcomeOf(one) === 'acknowledged')
  const twice = done.filter((one, index) => done.findIndex(({ about }) => about === one.about) !== index)
  return twice.map(({ what, id }) => ({ document: `${what} ${id}`, what: 'was acknowledged to two' }))
}
