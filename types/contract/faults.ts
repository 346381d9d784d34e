import * as v from 'valibot'

/** What can be wrong with one field. The phone has a sentence for each (src/words). */
export const fieldFaults = [
  'required',
  'unknownField',
  'wrongType',
  'notAChoice',
  'tooLong',
  'tooMany',
  'outOfRange',
  'controlCharacters',
  'name',
  'phone',
  'identityNumber',
  'documentNumber',
  'plate',
  'transportNumber',
  'day',
  'dayInFuture',
  'dayTooLongAgo',
  'dayBeforeFirst',
  'minute',
  'submission',
  'departureTooLongAgo',
  'arrivalBeforeDeparture',
  'arrivalTooFarAhead',
  'passedOutsideFortnight',
  'testInFuture',
  'repeated',
  'temperature',
  'temperatureUnlikely',
  'personUnknown',
  'personLeft',
  'phoneNeeded',
  'householdUnknown',
  'householdsFull',
  'phonesFull',
  'codeUnknown',
  'link',
  'regionTooWide',
  'placeUnknown',
  'placeTooWide',
  'placeIsDoor',
  'placeTooNarrow',
  'placeNotYours',
  'placeLevel',
  'placeCode',
  'placeHasPlaces',
  'placeHasCases',
  'placeHasHouseholds',
  'placeHasStaff',
  'placeLifting',
  'nameTaken',
  'namesShared',
  'regionUnknown',
  'rulesUnsound',
  'colleagueUnknown',
  'colleagueNotYours',
  'colleagueElsewhere',
  'roleNotYours',
  'roleElsewhere',
  'invitationUnknown',
  'invitationNotForYou',
  'unchanged',
  'stricterThanNow',
  'looserThanNow',
  'soughtNumber',
  'setUpCode',
  'pictureMissing',
  'pictureTooLarge',
  'pictureHeic',
  'pictureKind',
  'pictureUnreadable',
  'pictureUnknown',
  'pictureTooOften',
  'receipt',
  'deskCode',
  'receiptAtDesk',
  'tipKind',
  'tipUnknown',
  'caseUnknown',
  'offends',
  'notEnoughStock',
  'rewardGiven',
  'rewardOnDuty',
  'rewardOwnHousehold',
  'rewardsThisMonth',
  'sheetMissing',
  'sheetTooLarge',
  'sheetOld',
  'sheetKind',
  'sheetUnreadable',
  'sheetEmpty',
  'sheetHeader',
  'sheetTooLong',
] as const

export type FieldFault = (typeof fieldFaults)[number]

/** A refusal by one of our own names, so that a misspelt fault does not compile. */
export const fault = (name: FieldFault): FieldFault => name

/** The faults of an input, by the path of the field: `{ 'person.phone': 'phone' }`. */
export type Faults = Record<string, FieldFault>

const isFieldFault = (text: string): text is FieldFault => (fieldFaults as readonly string[]).includes(text)

const faultOfSchema = (issue: v.BaseIssue<unknown>): FieldFault => {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'unknownField'
  if (issue.received === 'undefined') return 'required'
  return issue.type === 'picklist' ? 'notAChoice' : 'wrongType'
}

// Schemas name a fault where they refuse; this gives valibot's own refusals (missing, unknown, wrong type) one too.
v.setSchemaMessage(faultOfSchema)

/** A refusal must not grow with what was sent: neither with how many fields are wrong nor with how long an unknown one's name is. */
const NAMED_AT_MOST = 50
const PATH_AT_MOST = 100

/** The fields that a schema refused, the first fault of each. */
export const faultsOf = (issues: readonly v.BaseIssue<unknown>[]): Faults => {
  // A map, because a field may be called `constructor`.
  const faults = new Map<string, FieldFault>()
  for (const issue of issues.slice(0, NAMED_AT_MOST)) {
    const path = (v.getDotPath(issue) ?? '').slice(0, PATH_AT_MOST)
    const named = isFieldFault(issue.message) ? issue.message : 'wrongType'
    faults.set(path, faults.get(path) ?? named)
  }
  return Object.fromEntries(faults)
}

/** What is in order on one day and wrong on another. */
const outOfTime: readonly FieldFault[] = [
  'dayInFuture',
  'dayTooLongAgo',
  'departureTooLongAgo',
  'arrivalTooFarAhead',
  'passedOutsideFortnight',
  'testInFuture',
]

/** Whether all that is wrong depends on the day: it may have been right when it was sent for the first time. */
export const onlyOutOfTime = (fields: Faults): boolean =>
  Object.values(fields).every((fault) => outOfTime.includes(fault))

/** Whether all that is wrong is that WeChat does not take what was written. */
export const onlyOffends = (fields: Faults = {}): boolean => {
  const faults = Object.values(fields)
  return faults.length > 0 && faults.every((fault) => fault === 'offends')
}
