import { createHash } from 'node:crypto'
import { dayOf } from '@contract/calendar'
import type { CaseKind } from '@contract/cases'
import type { DeletionNumbers } from '@contract/keeping'
import type { At } from '@contract/roles'
import type { Case } from '../caseEvents'
import type { HouseholdDocument } from '../households/householdDocument'
import type { LookDocument } from '../looks'
import { isSealed } from '../sealed'
import type { BatchContent, DeletedRow } from './deletionDocuments'

const nothing: DeletionNumbers = {
  cases: 0,
  events: 0,
  sealedTexts: 0,
  people: 0,
  households: 0,
  pictures: 0,
  looks: 0,
}

export const sumOf = (some: readonly DeletionNumbers[]): DeletionNumbers =>
  some.reduce(
    (sum, one) => ({
      cases: sum.cases + one.cases,
      events: sum.events + one.events,
      sealedTexts: sum.sealedTexts + one.sealedTexts,
      people: sum.people + one.people,
      households: (sum.households ?? 0) + (one.households ?? 0),
      pictures: sum.pictures + one.pictures,
      looks: sum.looks + one.looks,
    }),
    nothing,
  )

/** How many there are of each. */
export const tally = <Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> => {
  const counts: Partial<Record<Key, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const idsOf = (documents: readonly { _id: string }[]): string[] =>
  documents.map(({ _id }) => createHash('sha256').update(_id).digest('base64url')).sort()

/** The community, so that nobody is recognised in a small number; whatever lies above it where there is none. */
const communityOf = (at: At): string => at.community ?? at.street ?? at.district ?? ''

const rowsOf = (rows: Omit<DeletedRow, 'count'>[]): DeletedRow[] => {
  const counted = new Map<string, DeletedRow>()
  for (const { community, day, kind, status } of rows) {
    const key = [community, day, kind, status].join(' ')
    const row = counted.get(key) ?? { community, day, kind, status, count: 0 }
    counted.set(key, { ...row, count: row.count + 1 })
  }
  return [...counted.values()]
}

const sealedTextsIn = (value: unknown): number => {
  if (isSealed(value)) return 1
  if (value === null || typeof value !== 'object' || value instanceof Date) return 0
  return Object.values(value).reduce((sum: number, inner) => sum + sealedTextsIn(inner), 0)
}

/** What goes with these cases. */
export const contentOfCases = (
  found: readonly Case[],
  { people, pictures }: Pick<DeletionNumbers, 'people' | 'pictures'>,
): BatchContent => ({
  ids: idsOf(found),
  numbers: {
    ...nothing,
    cases: found.length,
    events: found.reduce((sum, { history }) => sum + history.length, 0),
    sealedTexts: found.reduce((sum, { body, history }) => sum + sealedTextsIn([body, history]), 0),
    people,
    pictures,
  },
  kinds: tally<CaseKind>(found.map(({ kind }) => kind)),
  rows: rowsOf(
    found.map(({ at, openedAt, kind, status }) => ({
      community: communityOf(at),
      day: dayOf(openedAt),
      kind,
      status,
    })),
  ),
})

/** What goes with these households. */
export const contentOfHouseholds = (found: readonly HouseholdDocument[]): BatchContent => ({
  ids: idsOf(found),
  numbers: {
    ...nothing,
    households: found.length,
    people: found.reduce((sum, { members }) => sum + members.length, 0),
    sealedTexts: sealedTextsIn(found),
  },
  kinds: {},
  rows: rowsOf(
    found.map(({ at, openedAt }) => ({
      community: communityOf(at),
      day: dayOf(openedAt),
      kind: 'household' as const,
      status: '',
    })),
  ),
})

/** What goes with these records of who looked. */
export const contentOfLooks = (found: readonly LookDocument[]): BatchContent => ({
  ids: idsOf(found),
  numbers: { ...nothing, looks: found.length },
  kinds: {},
  rows: rowsOf(
    found.map(({ at, lookedAt, kind }) => ({
      community: communityOf(at),
      day: dayOf(lookedAt),
      kind: 'look' as const,
      status: kind,
    })),
  ),
})
