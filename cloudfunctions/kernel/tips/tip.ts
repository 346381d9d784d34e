import type { DayPart } from '@contract/letterbox'
import { levels, type At, type Level, type StaffRole } from '@contract/roles'
import type { TipEvent, TipStatus } from '@contract/tipMachine'
import type { TipFollowUp } from '@contract/tippingRules'
import type { Day } from '@contract/calendar'
import { caseContext, type By, type Case } from '../caseEvents'
import { ownSealer } from '../seal'
import type { Sealed } from '../sealed'

/** What a tip keeps besides the envelope. Nothing in it tells who has told it; '' where nothing was given. */
export interface TipBody {
  /** The keyed hash of the receipt (kernel/tips/receipts): all that leads from the teller to the tip. */
  receipt: string
  /** As the policy had them when it was told. */
  kind: string
  kindName: string
  opens: TipFollowUp
  seen: { on: Day; part: DayPart | null }
  words: Sealed
  /** In words: which door, beside what. */
  where: Sealed | ''
  /** Found by the `foundBy` of the case. */
  plate: Sealed | ''
  /** The teller's. */
  pictures: string[]
  /** Of whoever went there. */
  visitPictures: string[]
  /** Somebody should look at what is written: the content check was away, or asks for it. */
  unchecked: boolean
  /** False where the teller wants none, or none is given for this one; which of these is kept nowhere. */
  rewarded: boolean
  /** What it was joined to. */
  into: string | null
  /** The registration or case that has come of it. */
  leadsTo: string | null
}

export type TipCase = Case<TipBody, TipStatus>

/** The teller in a history: nobody. */
export const theTeller: By = { actor: 'teller', account: '', name: null }

/** Events that end a visit. */
export const results = ['confirm', 'alreadyKnown', 'refute', 'leaveOpen'] as const satisfies TipEvent[]

/** Who goes there: the grid worker, or, where it is not said so exactly, whoever is responsible for the wider place. */
export const roleThere = (at: At): StaffRole => {
  if (at.grid) return 'gridWorker'
  if (at.community) return 'communityOfficer'
  return at.street ? 'streetOfficer' : 'districtOfficer'
}

/** The level at which two tips are at the same place: the compound, else what is known of it. */
const levelOf = (at: At): Level => {
  const wanted = (['compound', 'grid', 'community', 'street', 'district'] as const).find((level) => at[level])
  if (!wanted) throw new Error(`a place at none of ${levels.join(', ')}`)
  return wanted
}

export const samePlace = (at: At): Record<string, string> => {
  const level = levelOf(at)
  return { [`at.${level}`]: at[level] as string }
}

/** Whether two tips may be about the same place: one of them may say it less exactly. */
export const areTogether = (one: At, other: At): boolean =>
  [levelOf(one), levelOf(other)].some((level) => one[level] === other[level])

/** A sealed text of a tip, '' where there is none. */
export const openedIn = (id: string, text: Sealed | ''): string =>
  text && ownSealer().open(text, caseContext(id))
