import { randomUUID } from 'node:crypto'
import { demoPlaces } from '../../local/demo/places'
import { telling } from '../functions/support/letters'
import { place, registration } from '../functions/support/registrations'
import type { Supplies } from './office'
import { asYesterday } from './reportingHouseholds'

/** One call of a function, as the pages make it. */
export interface Call {
  name: string
  event: object
  as: string
}

/** What an act is compared with; see functions/least. */
export type LeastName = 'insert' | 'update' | 'page' | 'document' | 'own'

export const leastWords: Record<LeastName, string> = {
  insert: 'one insert',
  update: 'one conditional write',
  page: 'one indexed page',
  document: 'one document',
  own: "one indexed page of one's own",
}

export type ActName =
  | 'home'
  | 'register'
  | 'decide'
  | 'family report'
  | 'tip'
  | 'inbox page'
  | 'inbox page of a community'
  | 'case page'

export interface BenchAct {
  least: LeastName
  /** The calls of the next time that somebody does it, one after the other; no two are of the same person or case. */
  next: () => Call[]
}

/** Who looks at the inbox, and of which grid. */
const worker = { openid: 'worker-1-1', grid: 'qinghe-1-1' }

/** So that an instance usually remembers the place. */
const TIPS_ABOUT_ONE = 25

const buildings = demoPlaces.filter(({ level }) => level === 'building').map(({ _id }) => _id)

const call = (name: string, action: string, input: object, as: string): Call => ({
  name,
  event: { action, input },
  as,
})

/** The acts that are measured, each on what the office has for it. */
export function benchActs({ undecided, families, accounts }: Supplies): Record<ActName, BenchAct> {
  const counting = () => {
    let count = 0
    return () => (count += 1)
  }
  const [openings, returnees, neighbours, reads] = [counting(), counting(), counting(), counting()]
  const [waiting, reporting] = [undecided.values(), families.values()]
  return {
    home: {
      least: 'own',
      next: () => {
        const as = accounts[openings() % accounts.length] ?? ''
        return [call('people', 'home', {}, as)]
      },
    },
    register: {
      least: 'insert',
      next: () => [call('returnee', 'register', registration(), `returnee-${returnees()}`)],
    },
    decide: {
      least: 'update',
      next: () => {
        const one = taken(waiting)
        const input = { case: one.case, version: 1, submission: randomUUID(), words: '' }
        return [call('returnee', 'adopt', input, one.openid)]
      },
    },
    'family report': {
      least: 'update',
      next: () => {
        const one = taken(reporting)
        return [call('selfReport', 'report', asYesterday(one), one.account)]
      },
    },
    tip: {
      least: 'insert',
      next: () => {
        const n = neighbours()
        const about = buildings[Math.floor(n / TIPS_ABOUT_ONE) % buildings.length] ?? place.building
        return [call('letterbox', 'tell', telling({ place: about }), `neighbour-${n}`)]
      },
    },
    'inbox page': { least: 'page', next: () => [call('inbox', 'list', {}, worker.openid)] },
    'inbox page of a community': { least: 'page', next: () => [call('inbox', 'list', {}, 'officer-1')] },
    'case page': {
      least: 'document',
      next: () => {
        const one = undecided[reads() % undecided.length]
        if (!one) throw new Error('there is no case to look at')
        return [call('returnee', 'review', { case: one.case }, one.openid)]
      },
    },
  }
}

/** The bare request beside it, of the same data. */
export function leastCall(act: LeastName, { undecided, accounts }: Supplies, scratch: string): Call {
  const inputs: Record<LeastName, object> = {
    insert: {},
    update: { id: scratch },
    page: { grid: worker.grid },
    document: { id: undecided[0]?.case },
    own: { owner: accounts[0] },
  }
  return { name: 'least', event: { act, input: inputs[act] }, as: 'bench' }
}

function taken<T>(supply: Iterator<T>): T {
  const next = supply.next()
  if (next.done) throw new Error('the office has been given too little to be used up')
  return next.value
}
