import { createHash } from 'node:crypto'
import type { IdentityDocument } from '@contract/cases'
import type { MemberAnswers } from '@contract/households'
import { maskName } from '../masking'
import { ownSealer } from '../seal'
import {
  householdContext,
  type EnteredBy,
  type HouseholdDocument,
  type MemberDocument,
} from './householdDocument'

type Household = Pick<HouseholdDocument, '_id'>

/**
 * The id of a person whom this submission adds, the `index`-th of several: the same each time, and never that of somebody
 * in another household, whatever a phone sends. Episodes and registrations make theirs of it.
 */
export const memberIdOf = (household: string, submission: string, index = 0): string =>
  createHash('sha256').update(`${household}/${submission}/${index}`).digest('hex').slice(0, 32)

/** A person of a household about whom nothing has been reported. */
export const newMember = (
  household: Household,
  id: string,
  said: MemberAnswers,
  by: EnteredBy,
): MemberDocument => ({
  id,
  ...identityOf(household, said),
  relation: said.relation,
  enteredBy: typistOf(by),
  vaccination: 'unknown',
  left: null,
  last: null,
  steady: null,
  episode: null,
})

function identityOf({ _id }: Household, { name, phone, document }: MemberAnswers) {
  const sealer = ownSealer()
  const seal = (text: string) => sealer.seal(text, householdContext(_id))
  return {
    display: maskName(name),
    name: seal(name),
    phone: phone && seal(phone),
    document: { kind: document.kind, number: document.number && seal(document.number) },
    phoneKey: phone && sealer.findable('phone', phone),
    documentKey: document.number && sealer.findable('document', document.number),
  } satisfies Partial<MemberDocument>
}

const typistOf = ({ actor, account }: EnteredBy): string | null => (actor === 'owner' ? account : null)

/** What is known of a person, in clear text; '' where nothing is. */
export function openMember(
  { _id }: Household,
  { name, phone, document, relation }: MemberDocument,
): MemberAnswers {
  const open = (text: MemberDocument['name'] | '') => text && ownSealer().open(text, householdContext(_id))
  return {
    name: open(name),
    phone: open(phone),
    relation,
    document: { ...document, number: open(document.number) },
  }
}

/** The same person as they are said to be now. What somebody cannot see they do not erase by leaving it blank. */
export function saidAnew(
  household: Household,
  before: MemberDocument,
  said: MemberAnswers,
  by: EnteredBy,
): MemberDocument {
  const known = openMember(household, before)
  const keepsDocument = said.document.number === '' && !seesDocument(before, by.account)
  const keepsPhone = said.phone === '' && by.actor !== 'owner'
  const now: MemberAnswers = {
    ...said,
    phone: keepsPhone ? known.phone : said.phone,
    document: keepsDocument ? known.document : said.document,
  }
  if (saysOf(now) === saysOf(known)) return before
  return {
    ...before,
    ...identityOf(household, now),
    relation: now.relation,
    enteredBy: keepsDocument ? before.enteredBy : typistOf(by),
  }
}

/** Only who typed a document sees it again. */
export const seesDocument = ({ enteredBy }: MemberDocument, account: string): boolean => enteredBy === account

const saysOf = ({ name, phone, relation, document: { kind, number } }: MemberAnswers): string =>
  JSON.stringify([name, phone, relation, kind, number])

/** Whether what is said of somebody is all known already. */
export const saysTheSame = (household: Household, known: MemberDocument, said: MemberAnswers): boolean =>
  saysOf(openMember(household, known)) === saysOf(said)

/** Who of them has this identity document, whichever of the keys has made its hash. */
export const withDocument = (
  members: readonly MemberDocument[],
  { number }: IdentityDocument,
): MemberDocument | undefined => {
  const keys = number === '' ? [] : ownSealer().findables('document', number)
  return members.find(({ documentKey }) => keys.includes(documentKey))
}
