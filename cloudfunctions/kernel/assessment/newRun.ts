import type { EditionKind } from '@contract/editions'
import type { EditionDocument } from './editionDocuments'
import type { RunDocument } from './runDocuments'

/** What a run needs to know of its edition. */
export type Begun = Pick<EditionDocument, '_id' | 'place' | 'number' | 'effectiveFrom'>

export const runId = (purpose: RunDocument['purpose'], edition: string): string => `${purpose}-${edition}`

/** One that has not begun. */
export const newRun = (
  purpose: RunDocument['purpose'],
  kind: EditionKind,
  { _id: edition, place, number }: Begun,
  startsAt: Date,
): RunDocument => ({
  _id: runId(purpose, edition),
  edition,
  kind,
  number: number ?? 0,
  purpose,
  place: { id: place.id, level: place.level as RunDocument['place']['level'] },
  status: 'waiting',
  startsAt,
  codes: null,
  openedFrom: startsAt,
  openedTo: startsAt,
  sweep: 0,
  sweptFrom: null,
  step: 0,
  after: null,
  seen: 0,
  changed: 0,
  total: 0,
  numbers: {},
  todos: {},
  beganAt: null,
  endedAt: null,
  turnAt: startsAt,
  version: 0,
})
