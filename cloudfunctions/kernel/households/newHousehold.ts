import type { MemberAnswers } from '@contract/households'
import { placeName, type PlaceDocument } from '../placeDocument'
import { householdKeptUntil } from '../retention'
import { ownSealer } from '../seal'
import { householdContext, NEVER, type EnteredBy, type HouseholdDocument } from './householdDocument'
import { memberIdOf, newMember } from './members'

interface Opening {
  /** Becomes the household's id. */
  submission: string
  door: string
  members: MemberAnswers[]
}

/** Of what is said when a household is opened, see {@link Sealer.digest}. */
export const openingDigest = ({
  place,
  door,
  members,
}: Pick<Opening, 'door' | 'members'> & { place: string }): string =>
  ownSealer().digest({ place, door, members })

/** A household that nobody has stored or reported for yet. Where staff opened it no account reports for it. */
export function newHousehold(
  { submission, door, members: said }: Opening,
  place: PlaceDocument,
  by: EnteredBy,
  now: Date,
): HouseholdDocument {
  const members = said.map((one, index) =>
    newMember({ _id: submission }, memberIdOf(submission, submission, index), one, by),
  )
  const [first] = members
  return {
    _id: submission,
    digest: openingDigest({ place: place._id, door, members: said }),
    version: 1,
    edits: 1,
    openedAt: now,
    enteredBy: by,
    at: place.at,
    place: placeName(place),
    door: ownSealer().seal(door, householdContext(submission)),
    display: first?.display ?? '',
    accounts: by.actor === 'owner' ? [by.account] : [],
    members,
    reportedOn: '',
    latest: null,
    steady: false,
    days: [],
    oldest: NEVER,
    calls: [],
    registered: [],
    remindHour: null,
    remindedOn: '',
    join: null,
    keepUntil: householdKeptUntil(now),
    hold: null,
    deletion: null,
  }
}
