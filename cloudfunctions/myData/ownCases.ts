import type { Day } from '@contract/calendar'
import { personalKinds } from '@contract/keeping'
import type { OwnCase } from '@contract/myData'
import type { Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import type { HoldDocument } from '@kernel/deletion/deletionDocuments'
import { holdOver, holdsInForce } from '@kernel/deletion/holding'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { householdsOf } from '@kernel/households/leaving'
import type { PersonDocument } from '@kernel/people'
import { residentName } from '@kernel/placeDocument'
import { pictures, type PictureDocument } from '@kernel/pictures/pictureDocument'
import { measureEndOf } from '@kernel/retention'
import { obstacleTo } from './erasureRules'

/** With their histories; an account that registers others may have many. */
const A_PAGE = 50
const PEOPLE_AT_MOST = 1000
const PICTURES_AT_MOST = 1000

export const cases = collection<Case>('cases')

/** What is stored about an account besides its cases; staff are known to everybody, see docs/decisions/0004. */
export interface Belongings {
  account: string
  cases: Case[]
  people: PersonDocument[]
  pictures: PictureDocument[]
  households: HouseholdDocument[]
  holds: HoldDocument[]
}

/** The caller's own cases, oldest first, without those that are about their work. */
export async function ownCases(owner: string): Promise<Case[]> {
  const all: Case[] = []
  for (;;) {
    const { data } = await cases
      .where({
        owner,
        kind: command.in([...personalKinds]),
        deletion: null,
        _id: command.gt(all[all.length - 1]?._id ?? ''),
      })
      .orderBy('_id', 'asc')
      .limit(A_PAGE)
      .get()
    all.push(...data)
    if (data.length < A_PAGE) return all.sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
  }
}

/** Five requests; one more for each fifty cases. */
export async function belongingsOf(owner: string, now: Date): Promise<Belongings> {
  const [found, people, images, households, holds] = await Promise.all([
    ownCases(owner),
    collection<PersonDocument>('people').where({ owner }).limit(PEOPLE_AT_MOST).get(),
    pictures.where({ owner }).limit(PICTURES_AT_MOST).get(),
    householdsOf(owner),
    holdsInForce(now),
  ])
  return {
    account: owner,
    cases: found,
    people: people.data,
    pictures: images.data,
    households,
    holds,
  }
}

/** How one's own case stands towards being deleted. */
export const ownCase = (found: Case, holds: readonly HoldDocument[], today: Day): OwnCase => {
  const { _id, kind, openedAt, at, place, todo, body, keepUntil, eraseWanted } = found
  const standing = {
    isOpen: todo !== null,
    measureEnd: measureEndOf(body),
    heldUntil: holdOver(found, holds)?.until ?? null,
  }
  return {
    id: _id,
    kind,
    openedAt: openedAt.toISOString(),
    place: residentName(at, place),
    keepUntil: keepUntil.toISOString(),
    ...obstacleTo(standing, today),
    eraseWanted,
  }
}
