import * as v from 'valibot'
import { isDay, isMinute } from './calendar'
import { fault, type FieldFault } from './faults'
import { isIdentityNumber } from './identityNumber'
import { holds, written } from './schemaFields'

/** People type full-width digits and letters, and spaces or hyphens inside numbers; all mean the same. */
const toHalfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')

const compact = (text: string): string =>
  toHalfWidth(text)
    .replace(/[\s()-]/g, '')
    .toUpperCase()

/** The country code of the mainland is left away: +86 138… and 138… are one telephone. */
const compactPhone = (typed: string): string => compact(typed).replace(/^(\+|00)?86(?=1[3-9]\d{9}$)/, '')

const lines = (typed: string): string => typed.replace(/\r\n?/g, '\n').trim()

// Control characters and the invisible ones that turn text around; a line break and a tab are fine in a note.
// oxlint-disable-next-line no-control-regex -- refusing control characters is what this expression is for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

// Chinese characters including the rare ones of names (beyond the basic plane), Latin letters, and what joins parts of a name.
// The parts of a minority name are joined by whatever dot a keyboard offers.
const MIDDLE_DOTS = /[\u2022\u2027\u30fb\uff65\uff0e]/g

const NAME =
  /^[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}·•'’. -]+$/u
const NAME_LETTER =
  /[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0[1-9]\d{1,2}[2-8]\d{6,7}$/
const ABROAD = /^\+[1-9]\d{6,14}$/

const isPhone = (text: string): boolean => MOBILE.test(text) || LANDLINE.test(text) || ABROAD.test(text)

/** A plate of the mainland: province character, city letter, five characters, six for an electric car. GA 36-2018. */
const PLATE = /^[\u4e00-\u9fff][A-Z][A-Z0-9]{4,5}[A-Z0-9\u4e00-\u9fff]$/

const orBlank = (isGood: (text: string) => boolean) => (text: string) => text === '' || isGood(text)

/** What is typed to find or choose something and is kept nowhere; '' means that nothing was said. */
export const sought = (length: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform(lines),
    v.maxLength(length, fault('tooLong')),
    v.check((said) => !UNPRINTABLE.test(said), fault('controlCharacters')),
  )

/** Free text of at most `length` characters, trimmed, that others will read; '' means that nothing was said. */
export const text = (length: number) => v.pipe(sought(length), written())

/** Free text that must say something. */
export const saidText = (length: number) =>
  v.pipe(
    v.string(),
    v.transform(lines),
    v.nonEmpty(fault('required')),
    v.maxLength(length, fault('tooLong')),
    v.check((said) => !UNPRINTABLE.test(said), fault('controlCharacters')),
    written(),
  )

export const name = v.pipe(
  v.string(),
  v.transform((typed) => typed.normalize('NFC').trim().replace(/\s+/g, ' ').replace(MIDDLE_DOTS, '·')),
  v.nonEmpty(fault('required')),
  v.maxLength(40, fault('tooLong')),
  v.check((typed) => NAME.test(typed) && NAME_LETTER.test(typed), fault('name')),
  holds('name'),
)

export const phone = v.pipe(
  v.string(),
  v.transform(compactPhone),
  v.nonEmpty(fault('required')),
  v.check(isPhone, fault('phone')),
  holds('phone'),
)

export const optionalPhone = v.pipe(
  v.optional(v.string(), ''),
  v.transform(compactPhone),
  v.check(orBlank(isPhone), fault('phone')),
  holds('phone'),
)

export const optionalPlate = v.pipe(
  v.optional(v.string(), ''),
  v.transform((typed) => compact(typed).replace(/[·•.]/g, '')),
  v.check(
    orBlank((typed) => PLATE.test(typed)),
    fault('plate'),
  ),
  holds('vehicle'),
)

export const identityDocuments = ['residentId', 'passport', 'travelPermit'] as const
export type IdentityDocumentKind = (typeof identityDocuments)[number]

/** At most so many items, counted before any is looked at: a refusal must not cost more than the request. */
export const listOf = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<v.InferInput<Item>[]>((value) => Array.isArray(value)),
    v.maxLength(most, fault('tooMany')),
    v.array(item),
  )

/** An identity document; a blank number means that none was given. */
export const identityDocument = v.pipe(
  v.strictObject({
    kind: v.optional(v.picklist(identityDocuments), 'residentId'),
    number: v.pipe(v.optional(v.string(), ''), v.transform(compact), v.maxLength(20, fault('tooLong'))),
  }),
  v.forward(
    v.check(
      ({ kind, number }) => kind !== 'residentId' || number === '' || isIdentityNumber(number),
      fault('identityNumber'),
    ),
    ['number'],
  ),
  v.forward(
    v.check(
      ({ kind, number }) => kind === 'residentId' || number === '' || /^[A-Z0-9]{5,20}$/.test(number),
      fault('documentNumber'),
    ),
    ['number'],
  ),
  holds('identityDocument'),
)

export const day = v.pipe(v.string(), v.nonEmpty(fault('required')), v.check(isDay, fault('day')))

/** An instant on the wire. Not all that looks like one is a time: an offset without minutes is none. */
export const instant = v.pipe(
  v.string(),
  v.isoTimestamp(fault('wrongType')),
  v.check((said) => !Number.isNaN(Date.parse(said)), fault('wrongType')),
)

export const optionalMinute = v.pipe(v.optional(v.string(), ''), v.check(orBlank(isMinute), fault('minute')))

/** An official code of county level, GB/T 2260; whether it exists is known to the function only. */
export const regionCode = v.pipe(
  v.string(),
  v.nonEmpty(fault('required')),
  v.regex(/^\d{6}$/, fault('regionUnknown')),
)

const idOf = (unknown: FieldFault) =>
  v.pipe(v.string(), v.nonEmpty(fault('required')), v.regex(/^[A-Za-z0-9-]{1,64}$/, unknown))

export const placeId = idOf('placeUnknown')

/** The post of a member of staff. */
export const postId = idOf('colleagueUnknown')

/** Made by the phone when a form is begun: sending the same one twice is one act. */
export const submissionId = v.pipe(v.string(), v.uuid(fault('submission')))

export const caseId = submissionId

/** Made by the phone when a picture is chosen: adding the same one twice adds it once. */
export const pictureId = v.pipe(v.string(), v.uuid(fault('pictureUnknown')), holds('picture'))

/** The version of the case that the person saw when deciding. */
export const version = v.pipe(v.number(), v.integer(fault('wrongType')), v.minValue(1, fault('outOfRange')))
