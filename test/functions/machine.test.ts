import { isAllowed } from '@contract/machine'
import {
  outcomeOf,
  returneeActions,
  returneeMachine,
  type ReturneeEvent,
  type ReturneeStatus,
} from '@contract/returnee'
import type { Actor } from '@contract/roles'
import { answered, openCommunity, type Community } from './support/community'
import { reassess } from './support/reassessing'
import { act, answersOf, registered, today } from './support/registrations'
import { areaOf, rulingDocuments } from './support/rulings'

let community: Community
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf('510107', 'high')]))
})
afterAll(() => community.close())

const OWNER = 'resident-1'

/** Everybody there is: in which capacity they stand to the owner's case, if in any. */
const everybody: [who: string, openid: string, actors: Actor[]][] = [
  ['the owner', OWNER, ['owner']],
  ['the grid worker', 'worker-1-1', ['gridWorker']],
  ['the community officer', 'officer-1', ['communityOfficer']],
  ['the street officer', 'street-officer', ['streetOfficer']],
  ['the administrator', 'administrator', []],
  ['the grid worker next door', 'worker-1-2', []],
  ['another community’s officer', 'officer-2', []],
  ['another resident', 'resident-2', []],
]

/** Events that are actions of their own; the others come about by something else (a search, a place that moves). */
type ActedEvent = ReturneeEvent & keyof typeof returneeActions
const events = Object.keys(returneeMachine.events) as ReturneeEvent[]
const acted = events.filter((event): event is ActedEvent => event in returneeActions)

const inputs: Record<ActedEvent, object> = {
  accept: { measure: 'homeObservation', days: 7, words: '已核实行程' },
  adopt: { words: '' },
  keep: { words: '已核实行程' },
  ask: { words: '请问几号车厢？' },
  reject: { words: '重复登记' },
  reassign: { colleague: 'post-officer-1', words: '' },
  amend: { answers: answersOf({ note: '改过' }) },
  answer: { words: '8 号车厢' },
  withdraw: { words: '不回来了' },
  revise: { measure: 'healthMonitoring', days: 3, words: '检测阴性' },
  tighten: { measure: 'centralObservation', days: 7, words: '同乘者阳性' },
  confirm: { words: '同乘者阳性' },
  dismiss: { words: '已核实' },
  appeal: { words: '我没有去过' },
  uphold: { words: '行程属实' },
  grant: { measure: 'healthMonitoring', days: 3, words: '核实无误' },
  note: { words: '已电话联系' },
  reveal: { words: '电话核实' },
}

/** What staff do about it; how the rules change meanwhile is no act of theirs. */
const wayTo: Record<ReturneeStatus, ActedEvent[]> = {
  submitted: [],
  asked: ['ask'],
  accepted: ['accept'],
  tightening: ['accept', 'tighten'],
  reassessed: ['accept'],
  appealed: ['accept', 'appeal'],
  rejected: ['reject'],
  withdrawn: ['withdraw'],
}

/** What `back` leads to from what the grid worker has done above. */
const restedIn = 'accepted'

const cause = (openid: string, event: ActedEvent, found: { id: string; version: number }) =>
  community.send(openid, 'returnee', event, { ...act(found), ...inputs[event] })

type Found = { id: string; version: number }

async function newCaseIn(status: ReturneeStatus): Promise<Found> {
  let found: Found = await registered(community, OWNER)
  for (const event of wayTo[status]) found = answered(await cause('worker-1-1', event, found)) as Found
  return status === 'reassessed' ? reassess(community, found.id, outcomeOf('noticeOnly', 0, today)) : found
}

/** A case in each status that serves all that leaves it there: what is refused, and what adds words. */
const untouched = new Map<ReturneeStatus, Found>()

async function caseIn(status: ReturneeStatus): Promise<Found> {
  const found = untouched.get(status) ?? (await newCaseIn(status))
  untouched.set(status, found)
  return found
}

const statusAfter = (to: string, status: string): string =>
  to === 'back' ? restedIn : to === 'same' ? status : to

type Answer = Awaited<ReturnType<typeof cause>>

/** An event on a case, and what was answered. */
interface Attempt {
  on: Found
  answer: Answer
}

const attempt = async (openid: string, event: ActedEvent, on: Found): Promise<Attempt> => ({
  on,
  answer: await cause(openid, event, on),
})

describe.each(returneeMachine.statuses)('a registration that is %s', (status) => {
  describe.each(everybody)('by %s', (_who, openid, actors) => {
    const allowed = acted.filter((event) => isAllowed(returneeMachine.events[event], status, actors))
    const forbidden = acted.filter((event) => !allowed.includes(event))
    const attempts = new Map<ActedEvent, Attempt>()
    let left: { status: string; version: number }
    let expected: typeof left

    // What leaves the status as it was needs no case of its own.
    const moves = (event: ActedEvent) => returneeMachine.events[event].to !== 'same'

    beforeAll(async () => {
      const found = await caseIn(status)
      for (const event of forbidden) attempts.set(event, await attempt(openid, event, found))
      left = answered(await community.as('worker-1-1').returnee.review({ case: found.id }))
      expected = { status, version: found.version }
      for (const event of allowed) {
        const on = moves(event) ? await newCaseIn(status) : await caseIn(status)
        attempts.set(event, await attempt(openid, event, on))
        if (!moves(event)) untouched.set(status, { id: on.id, version: on.version + 1 })
      }
    })

    it.each(acted)('%s is allowed or refused as the table says', (event) => {
      const { on, answer } = attempts.get(event) as Attempt
      if (allowed.includes(event)) {
        expect(answered(answer)).toMatchObject({
          id: on.id,
          status: statusAfter(returneeMachine.events[event].to, status),
          version: on.version + 1,
        })
      } else {
        expect(answer).toMatchObject({
          ok: false,
          error: { code: actors.length > 0 ? 'eventNotAllowed' : 'notFound' },
        })
      }
    })

    it('what is refused leaves it as it was', () => {
      expect(left).toMatchObject(expected)
    })
  })
})

it('offers as buttons what the table allows, to staff and owner alike', async () => {
  for (const status of returneeMachine.statuses) {
    const { id } = await caseIn(status)
    const allowedTo = (actor: Actor) =>
      events.filter((event) => isAllowed(returneeMachine.events[event], status, [actor]))
    expect(answered(await community.as('worker-1-1').returnee.review({ case: id })).events).toEqual(
      allowedTo('gridWorker'),
    )
    expect(answered(await community.as(OWNER).returnee.show({ case: id })).events).toEqual(allowedTo('owner'))
  }
})
