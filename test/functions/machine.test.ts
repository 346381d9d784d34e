import { isAllowed } from '@contract/machine'
import { returneeMachine, type ReturneeEvent, type ReturneeStatus } from '@contract/returnee'
import type { Actor } from '@contract/roles'
import { answered, openCommunity, type Community } from './support/community'
import { act, answersOf, registered } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
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

const inputs: Record<ReturneeEvent, object> = {
  accept: { measure: 'homeObservation', days: 7, words: '' },
  ask: { words: '请问几号车厢？' },
  reject: { words: '重复登记' },
  reassign: { colleague: 'post-officer-1', words: '' },
  amend: { answers: answersOf({ note: '改过' }) },
  answer: { words: '8 号车厢' },
  withdraw: { words: '不回来了' },
  note: { words: '已电话联系' },
  reveal: { words: '电话核实' },
}

const wayTo: Record<ReturneeStatus, ReturneeEvent | null> = {
  submitted: null,
  asked: 'ask',
  accepted: 'accept',
  rejected: 'reject',
  withdrawn: 'withdraw',
}

const cause = (openid: string, event: ReturneeEvent, found: { id: string; version: number }) =>
  community.send(openid, 'returnee', event, { ...act(found), ...inputs[event] })

async function caseIn(status: ReturneeStatus) {
  const fresh = await registered(community, OWNER)
  const event = wayTo[status]
  return event
    ? (answered(await cause('worker-1-1', event, fresh)) as { id: string; version: number })
    : fresh
}

const events = Object.keys(returneeMachine.events) as ReturneeEvent[]

describe.each(returneeMachine.statuses)('a registration that is %s', (status) => {
  describe.each(everybody)('by %s', (_who, openid, actors) => {
    it.each(events)('%s is allowed or refused as the table says', async (event) => {
      const transition = returneeMachine.events[event]
      const found = await caseIn(status)
      const result = await cause(openid, event, found)

      if (isAllowed(transition, status, actors)) {
        expect(answered(result)).toMatchObject({
          id: found.id,
          status: transition.to === 'same' ? status : transition.to,
          version: found.version + 1,
        })
      } else {
        expect(result).toMatchObject({
          ok: false,
          error: { code: actors.length > 0 ? 'eventNotAllowed' : 'notFound' },
        })
        const unchanged = answered(await community.as(OWNER).returnee.show({ case: found.id }))
        expect([unchanged.status, unchanged.version]).toEqual([status, found.version])
      }
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
