import { levels, isCaseRole, type At } from '@contract/roles'
import type { KnownThere, TipStatus } from '@contract/tips'
import { covers } from '@kernel/caller'
import { caseContext, wordsContext, type Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import { livingThere, type HouseholdDocument } from '@kernel/households/householdDocument'
import { maskNumbers } from '@kernel/masking'
import type { RegistrationCase } from '@kernel/registration'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import type { Context } from '@kernel/serve'
import { openedIn, results, samePlace, type TipCase } from '@kernel/tips/tip'

/** Whose plates are compared, newest first. */
const REGISTRATIONS_READ = 200
const REGISTRATIONS_SHOWN = 20
const HOUSEHOLDS_SHOWN = 60
const TIPS_READ = 50
const TIPS_SHOWN = 10

/** Whether somebody who goes there handles a case: at a place of theirs, and not their own. */
type Handles = (found: Pick<Case, 'at' | 'owner'>) => boolean

/**
 * What is known at the place of a tip already, masked: registrations, households, and what earlier tips have come to. Two to
 * four database requests beside each other, and the posts of whoever asks.
 */
export async function knownThere(tip: TipCase, { caller }: Context): Promise<KnownThere> {
  const posts = (await caller.posts()).filter(({ role }) => isCaseRole(role))
  const handles: Handles = ({ at, owner }) =>
    owner !== caller.openid && posts.some((post) => covers(post, at))
  const [registrations, households, tips] = await Promise.all([
    registrationsAt(tip, handles),
    householdsAt(tip),
    earlierTips(tip, handles),
  ])
  return { registrations, households, tips }
}

/** From here on everybody who lives there may be meant; of a wider place that would be everybody. */
const isNarrow = ({ place }: TipCase): boolean => levels.indexOf(place.level) >= levels.indexOf('compound')

const liesWithin = (at: At, { place }: Pick<Case, 'place'>): boolean => at[place.level] === place.id

/** Those of the place itself, and those around it with the plate that was seen. */
async function registrationsAt(tip: TipCase, handles: Handles): Promise<KnownThere['registrations']> {
  const { data } = await collection<RegistrationCase>('cases')
    .where({ ...samePlace(tip.at), kind: 'returnee', deletion: null })
    .orderBy('openedAt', 'desc')
    .limit(REGISTRATIONS_READ)
    .field({ history: false })
    .get()
  const plate = openedIn(tip._id, tip.body.plate)
  return data
    .filter(handles)
    .map((found) => ({ found, samePlate: plate !== '' && plateOf(found) === plate }))
    .filter(({ found, samePlate }) => samePlate || (isNarrow(tip) && liesWithin(found.at, tip)))
    .sort((a, b) => Number(b.samePlate) - Number(a.samePlate))
    .slice(0, REGISTRATIONS_SHOWN)
    .map(({ found: { _id, subject, status, brief, body }, samePlate }) => ({
      ...{ case: _id, display: subject.display, status, samePlate },
      from: String(brief.from ?? ''),
      outcome: body.outcome,
    }))
}

const plateOf = ({ _id, body }: RegistrationCase): string => {
  const { plate } = body.answers.transport
  return plate && ownSealer().open(plate as Sealed, caseContext(_id))
}

/** Of a building or less; in a compound live hundreds. */
async function householdsAt({ place }: TipCase): Promise<KnownThere['households']> {
  if (levels.indexOf(place.level) < levels.indexOf('building')) return []
  const { data } = await collection<HouseholdDocument>('households')
    .where({ [`at.${place.level}`]: place.id, deletion: null })
    .orderBy('_id', 'asc')
    .limit(HOUSEHOLDS_SHOWN)
    .field({ days: false, calls: false })
    .get()
  return data.map((found) => ({
    ...{ id: found._id, display: found.display, place: found.place, people: livingThere(found).length },
    reportedOn: found.reportedOn || null,
  }))
}

const withResult: readonly TipStatus[] = ['confirmed', 'known', 'unfounded', 'undetermined']

/** What came of tips at this place, in a wider or a narrower one, or of this plate wherever whoever asks may look. */
async function earlierTips(tip: TipCase, handles: Handles): Promise<KnownThere['tips']> {
  const cases = collection<TipCase>('cases')
  const newest = (condition: object) =>
    cases
      .where({ ...condition, deletion: null })
      .orderBy('openedAt', 'desc')
      .limit(TIPS_READ)
      .get()
  const plate = openedIn(tip._id, tip.body.plate)
  const plates = plate === '' ? [] : ownSealer().findables('plate', plate)
  const [here, ofPlate] = await Promise.all([
    newest({ ...samePlace(tip.at), kind: 'tip' }),
    plates.length === 0 ? { data: [] } : newest({ foundBy: command.in(plates) }),
  ])
  const found = new Map([...here.data, ...ofPlate.data].map((one) => [one._id, one]))
  found.delete(tip._id)
  return [...found.values()]
    .filter((one) => withResult.includes(one.status) && handles(one))
    .map((one) => ({ one, samePlate: plates.includes(one.foundBy ?? '') }))
    .filter(({ one, samePlate }) => samePlate || liesWithin(one.at, tip) || liesWithin(tip.at, one))
    .sort((a, b) => Number(b.samePlate) - Number(a.samePlate))
    .slice(0, TIPS_SHOWN)
    .map(({ one: { _id: id, status, openedAt, body, history }, samePlate }) => ({
      ...{ id, kindName: body.kindName, status, samePlate },
      toldAt: openedAt.toISOString(),
      result: resultIn(id, history),
    }))
}

/** What was written last at the end of a visit. */
function resultIn(id: string, history: TipCase['history']): string {
  const ends: readonly string[] = results
  const [last] = history.filter(({ event }) => ends.includes(event)).slice(-1)
  return last?.words ? maskNumbers(ownSealer().open(last.words, wordsContext(id, last))) : ''
}
