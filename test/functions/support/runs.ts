import { randomUUID } from 'node:crypto'
import type { Contract, InputOf } from '@contract'
import type { EditionHead } from '@contract/editions'
import type { RiskArea } from '@contract/riskLevels'
import { runId } from '@kernel/assessment/newRun'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { outcomeOf } from '@contract/outcome'
import { regionKeys } from '@contract/regionCodes'
import type { Case } from '@kernel/caseEvents'
import type { RegistrationCase } from '@kernel/registration'
import { answered, type Community } from './community'
import { on } from './editions'
import { set, stored } from './keeping'
import { today } from './registrations'
import { storedRegistration } from './storedRegistration'

type Edit = Omit<RiskArea, 'level'> & { level: RiskArea['level'] | null }
type ListInput = InputOf<Contract['riskAreas']['propose']>

/** The list in force with some areas changed, proposed by one officer of the street. */
export async function proposedList(
  community: Community,
  edits: Edit[],
  changes: Partial<ListInput> = {},
): Promise<EditionHead> {
  const { check, propose } = community.as('street-officer').riskAreas
  const entry = { kind: 'edits' as const, edits }
  const { digest } = answered(await check({ place: 'qinghe', entry }))
  return answered(
    await propose({
      submission: randomUUID(),
      place: 'qinghe',
      source: { text: '示例公告', link: '', publishedOn: today },
      effectiveFrom: new Date().toISOString(),
      words: '名单更新',
      entry,
      digest,
      ...changes,
    }),
  )
}

/** And published by another. */
export async function publishedList(
  community: Community,
  edits: Edit[],
  changes: Partial<ListInput> = {},
): Promise<EditionHead> {
  const proposed = await proposedList(community, edits, changes)
  return answered(await community.as('street-officer-2').riskAreas.publish(on(proposed)))
}

export const runOf = (
  community: Pick<Community, 'data'>,
  { id }: Pick<EditionHead, 'id'>,
  purpose: RunDocument['purpose'] = 'reassessment',
): RunDocument => {
  const found = stored<RunDocument>(community, 'runs').find(({ _id }) => _id === runId(purpose, id))
  if (!found) throw new Error('there is no such run')
  return found
}

export async function fireMinute(community: Pick<Community, 'cloud'>): Promise<void> {
  const answer = await community.cloud.fireTimer('reassessment')
  if ('error' in answer) throw new Error(answer.error.errMsg)
  expect(answer.result).toEqual({ ok: true, data: null })
}

/** As if an edition had come into force so many minutes earlier: nobody remembers any more what was in force before. */
export function settle(community: Community, edition: Pick<EditionHead, 'id'>, minutes = 3): void {
  const { _id, startsAt, turnAt } = runOf(community, edition)
  const earlier = (moment: Date) => new Date(moment.getTime() - minutes * 60_000)
  set(community, 'runs', _id, { startsAt: earlier(startsAt), turnAt: earlier(turnAt) })
}

/** Until the timer finds nothing more to do about an edition, as after some minutes. */
export async function runToEnd(community: Community, edition: Pick<EditionHead, 'id'>): Promise<RunDocument> {
  for (let minute = 0; minute < 10; minute += 1) {
    await fireMinute(community)
    const run = runOf(community, edition)
    if (run.status === 'done') return run
    settle(community, edition)
  }
  throw new Error('the run does not end')
}

/** What an edition has done, by case. */
export const doneBy = (
  community: Pick<Community, 'data'>,
  { id }: Pick<EditionHead, 'id'>,
): Record<string, string[]> =>
  Object.fromEntries(
    stored<Case>(community, 'cases').flatMap(({ _id, history }) => {
      const events = history.filter(({ submission }) => submission === id).map(({ event }) => event)
      return events.length > 0 ? [[_id, events]] : []
    }),
  )

/** A registration of somebody from there, that waits or has been decided: at home for a week, as was expected. */
export function storedFrom(region: string, openedAt: Date, isDecided = true): RegistrationCase {
  const fresh = storedRegistration(openedAt)
  const { answers } = fresh.body
  const home = outcomeOf('homeObservation', 7, today)
  const decided = { status: 'accepted', todo: null, body: { outcome: home } } as const
  return {
    ...fresh,
    ...(isDecided && decided),
    regions: regionKeys([region]),
    body: {
      ...fresh.body,
      ...(isDecided && decided.body),
      expected: home,
      answers: { ...answers, from: { region, detail: '' }, passed: [] },
    },
  }
}
