import { levels, type At, type Level, type StaffRole } from '@contract/roles'
import { textCheckMachine, type StandsIn, type TextCheckStatus, type TextDoubt } from '@contract/texts'
import { caseContext, opened, type Case } from '../caseEvents'
import { maskNumbers } from '../masking'
import { placeName, type PlaceDocument } from '../placeDocument'
import { ownSealer } from '../seal'
import type { Sealed } from '../sealed'

const DECIDED_WITHIN_MS = 24 * 3_600_000

/** What a text check keeps besides the envelope; whoever wrote the text is its owner, and does not decide about it. */
export interface TextCheckBody {
  action: string
  doubt: TextDoubt
  writtenAt: Date
  /** Of the documents that the text may stand in. */
  ids: string[]
  standsIn: StandsIn | null
  /** Whether it stands sealed in any of them. */
  canHide: boolean
  /** null once it has been left as it is. */
  texts: Sealed[] | null
}

export type TextCheckCase = Case<TextCheckBody, TextCheckStatus>

const sealedFor = (id: string, texts: readonly string[]): Sealed[] =>
  texts.map((text) => ownSealer().seal(text, caseContext(id)))

/** Long numbers masked: so they are stored where others read them, and so they are compared. */
export const openedTexts = ({ _id, body }: Pick<TextCheckCase, '_id' | 'body'>): string[] =>
  (body.texts ?? []).map((text) => maskNumbers(ownSealer().open(text, caseContext(_id))))

/** Who decides about a text, by the level of the place it is put before. */
const officers: Partial<Record<Level, StaffRole>> = {
  community: 'communityOfficer',
  street: 'streetOfficer',
  district: 'districtOfficer',
}

/** The community, or the nearest wider place whose officers decide; undefined where there is none. */
export const officeAbove = (at: At): string | undefined => {
  const [nearest] = levels.filter((level) => officers[level] && at[level]).slice(-1)
  return nearest && at[nearest]
}

interface Opening extends Omit<TextCheckBody, 'texts'> {
  id: string
  /** Who wrote it. */
  account: string
  texts: readonly string[]
  /** Whose record it stands in, masked, or which place. */
  display: string
}

/** A text that waits for the officers of a place. */
export function newTextCheck(
  { id, account, texts, display, ...body }: Opening,
  office: PlaceDocument,
  now: Date,
): TextCheckCase {
  const { doubt, standsIn } = body
  const dueAt = new Date(now.getTime() + DECIDED_WITHIN_MS)
  const check = opened<TextCheckBody, TextCheckStatus>(
    textCheckMachine,
    {
      _id: id,
      owner: account,
      at: office.at,
      place: placeName(office),
      subject: { person: standsIn?.id ?? '', display },
      regions: [],
      brief: { doubt, standsIn: standsIn?.kind ?? '' },
      body: { ...body, texts: sealedFor(id, texts) },
    },
    dueAt,
    { at: now, submission: id, digest: '', by: { actor: 'system', account: '', name: null } },
  )
  const role = officers[office.level] ?? textCheckMachine.start.todo
  return { ...check, todo: { role, assignee: null, dueAt, urgency: 0 } }
}
