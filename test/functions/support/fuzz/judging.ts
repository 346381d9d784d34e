import * as v from 'valibot'
import { schemaFor, type ErrorCode, type Result } from '@contract'
import { fieldFaults, type Faults } from '@contract/faults'
import { isReaderRole, type At } from '@contract/roles'
import { fromStoredText } from '../../../../local/store/storedText'
import type { Store } from '../../../../local/store/types'
import { accessPosts } from '../accessWorld'
import { today } from '../registrations'
import { actionsOf, fieldsIn, type ActionCall, type FuzzCall } from './calls'
import type { Watched } from './watched'
import type { Write } from './writes'

const codes: Record<ErrorCode, true> = {
  unknownAction: true,
  invalidInput: true,
  notIdentified: true,
  notAllowed: true,
  notFound: true,
  changedMeanwhile: true,
  eventNotAllowed: true,
  notYourOwn: true,
  appealClosed: true,
  submissionTaken: true,
  tooOften: true,
  alreadySetUp: true,
  internal: true,
}

type Reading = Pick<Store, 'find'>

/** In bytes. A refusal must not grow with what was sent. */
const REFUSAL_AT_MOST = 8_000

/** What was sent and what came of it. */
export interface Happened {
  call: FuzzCall
  /** The event as it arrived. */
  event: Record<string, unknown>
  answer: Result<unknown>
  /** What the function has stored meanwhile. */
  writes: readonly Write[]
}

/** What is wrong with an answer, in sentences; none where all is as it must be. */
export function complaintsOf(happened: Happened, watched: readonly Watched[], store: Reading): string[] {
  const { answer } = happened
  if (!isResult(answer)) return [`the answer is no result: ${JSON.stringify(answer).slice(0, 300)}`]
  return [
    ...(answer.ok ? [] : ofRefusal(happened, answer.error)),
    ...ofSchema(happened),
    ...ofOthers(happened, watched, store),
  ]
}

const isResult = (answer: unknown): answer is Result<unknown> => {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false
  if (answer.ok === true) return 'data' in answer || Object.keys(answer).length === 1
  const { error } = answer as { error?: { code?: unknown; message?: unknown } }
  return Object.hasOwn(codes, String(error?.code)) && typeof error?.message === 'string'
}

type Refusal = Extract<Result<unknown>, { ok: false }>['error']

function ofRefusal({ call, writes }: Happened, error: Refusal): string[] {
  const complaints = []
  const size = JSON.stringify(error).length
  if (error.code === 'internal') complaints.push('it was answered as internal')
  if (size > REFUSAL_AT_MOST) complaints.push(`the refusal has ${size} bytes`)
  const stored = writes.filter(({ collection }) => !counting.includes(collection))
  if (stored.length > 0) complaints.push(`refused (${error.code}), it has stored: ${shownWrites(stored)}`)
  if ('action' in call) complaints.push(...ofFields(call, error.fields ?? {}))
  return complaints
}

/** Tries are counted and looks written down, whatever comes of them: that is what they are there for. */
const counting = ['paces', 'paceKeys', 'codeTries', 'lookTallies', 'looks']

const shownWrites = (writes: readonly Write[]): string =>
  writes.map(({ action, collection }) => `${action} ${collection}`).join(', ')

function ofFields({ feature, action }: ActionCall, fields: Faults): string[] {
  const known = fieldsIn(actionsOf(feature)[action]!)
  return Object.entries(fields).flatMap(([path, fault]) => {
    if (!fieldFaults.includes(fault)) return [`${fault} is no fault`]
    const isKnown = known.includes(path.replace(/(^|\.)\d+(?=\.|$)/g, '$1*'))
    return isKnown || fault === 'unknownField' ? [] : [`there is no field ${path.slice(0, 100)}`]
  })
}

/** What the schema refuses is refused, and as just that. */
function ofSchema({ call, event, answer }: Happened): string[] {
  const code = answer.ok ? 'ok' : answer.error.code
  if (!('action' in call)) {
    return code === 'unknownAction' ? [] : [`an event that calls no action is answered ${code}`]
  }
  if (call.caller === undefined) return code === 'notIdentified' ? [] : [`nobody is answered ${code}`]
  const action = actionsOf(call.feature)[call.action]!
  const isTaken = v.is(schemaFor(action.input, today), event.input) && !Array.isArray(event.input)
  return isTaken || code === 'invalidInput' ? [] : [`what the schema refuses is answered ${code}`]
}

/** Where staff read in clear what somebody has told: each of these asks for a reason, or is there for calling them. */
const opening = [
  'returnee.reveal',
  'healthAlerts.reveal',
  'tips.reveal',
  'texts.reveal',
  'calls.begin',
  'calls.check',
]

/** What of others stands in an answer that they have not said to whoever asked. */
function ofOthers(happened: Happened, watched: readonly Watched[], store: Reading): string[] {
  const { answer, event } = happened
  const text = JSON.stringify(answer)
  const said = JSON.stringify(event)
  return watched.flatMap((person) => {
    const found = [...person.secrets.sealed, ...person.secrets.words].filter(
      (secret) => text.includes(secret) && !said.includes(secret),
    )
    const accounts = text.includes(person.openid) ? [`the account ${person.openid} stands in the answer`] : []
    const complaints = found
      .filter((secret) => !mayRead(happened, person, secret, store))
      .map((secret) => `${secret}, which ${person.openid} has told, stands in the answer`)
    return [...accounts, ...complaints]
  })
}

function mayRead({ call, event }: Happened, person: Watched, secret: string, store: Reading): boolean {
  if (call.caller === person.openid) return true
  // Whoever has the receipt is the teller.
  if (person.receipt && JSON.stringify(event).includes(person.receipt)) return true
  const name = 'action' in call ? `${call.feature}.${call.action}` : ''
  if (person.secrets.sealed.includes(secret) && !opening.includes(name)) return false
  const places = placesOf(person, store)
  return accessPosts.some(
    ({ openid, active, role, place }) =>
      openid === call.caller &&
      active &&
      isReaderRole(role) &&
      places.some((at) => at[place.level] === place.id),
  )
}

/** Where what they have told lies now: it may have moved. */
const placesOf = ({ documents }: Watched, store: Reading): At[] =>
  documents.flatMap(({ collection, id }) =>
    store
      .find(collection, { filter: { _id: id } })
      .map((text) => (fromStoredText(text) as unknown as { at: At }).at),
  )
