import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { allowedEvents } from '@contract/machine'
import { returneeMachine, type ReturneeEvent } from '@contract/returnee'
import { alterationOf } from '@kernel/history'
import { wordsContext } from '@kernel/caseEvents'
import type { RegistrationCase } from '@kernel/registration'
import { ownSealer } from '@kernel/seal'
import { fromStoredText } from '../../local/store/storedText'
import type { Document, Store } from '../../local/store/types'
import { demoPosts } from '../../local/demo/places'
import { answerInstead } from './support/answerInstead'
import { seed } from './support/seed'
import { openCommunity, type Community } from './support/community'
import { openIntruder } from './support/intruder'
import { unexplained, type Answered, type Stored } from './support/model/linearising'
import { statusOf, type Act, type Entry, type People } from './support/model/registrationModel'
import { answersOf, registered } from './support/registrations'

/** `SHOUWANG_RACES=2000` lets so many cases be raced for. */
const races = Number(process.env.SHOUWANG_RACES ?? 20)

const SECOND_OFFICER = 'officer-beside'

const people: People = {
  'resident-1': ['owner'],
  'worker-1-1': ['gridWorker'],
  'officer-1': ['communityOfficer'],
  [SECOND_OFFICER]: ['communityOfficer'],
  'street-officer': ['streetOfficer'],
  'resident-2': [],
}
const accounts = Object.keys(people)

/** What staff and residents may do to a registration; `adopt` and `keep` need rules, and what only shows is no race. */
const raced: readonly ReturneeEvent[] = [
  ...(['accept', 'ask', 'answer', 'amend', 'reject', 'withdraw', 'revise', 'tighten', 'confirm'] as const),
  ...(['dismiss', 'appeal', 'uphold', 'grant', 'note', 'reassign'] as const),
]

let community: Community
let store: Store
beforeAll(async () => {
  const beside = demoPosts
    .filter(({ openid }) => openid === 'officer-1')
    .map((post) => ({ ...post, _id: `post-${SECOND_OFFICER}`, openid: SECOND_OFFICER }))
  community = await openCommunity({ staff: [...demoPosts, ...beside] as unknown as Document[] })
  store = openIntruder(community)
}, 60_000)
afterAll(() => {
  store.close()
  return community.close()
})

/** What somebody is about to do; which event it comes to depends on what the case has become. */
interface Plan {
  account: string
  /** One of those that the table allows now, or of all. */
  event: number
  isAllowed: boolean
  /** How many versions ago they have looked. */
  behind: number
  days: number
  /** Sent so often at the same moment. */
  times: number
  /** Instead of all that: an act of before is sent again, as it was or with other words. */
  again: { act: number; saysSame: boolean } | null
}

const sometimes = <T>(usual: T, weight: number, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })

const plans: fc.Arbitrary<Plan> = fc.record(
  {
    account: fc.constantFrom(...accounts),
    event: fc.nat(50),
    isAllowed: sometimes(true, 5, fc.constant(false)),
    behind: sometimes(0, 5, fc.constant(1)),
    days: fc.integer({ min: 1, max: 14 }),
    times: sometimes(1, 4, fc.integer({ min: 2, max: 3 })),
    again: sometimes<Plan['again']>(
      null,
      7,
      fc.record(
        { act: fc.nat(50), saysSame: sometimes(true, 2, fc.constant(false)) },
        { noNullPrototype: true },
      ),
    ),
  },
  { noNullPrototype: true },
)

/** A case that is raced for: its history so far, and every act that was sent. */
interface Race {
  id: string
  history: readonly Entry[]
  acts: Act[]
}

function actOf(plan: Plan, { history, acts }: Race): Act {
  const { account, days, behind, again } = plan
  const before = again && acts[again.act % acts.length]
  if (before)
    return { ...before, words: again.saysSame || !before.words ? before.words : `${before.words}吗` }
  const allowed = allowedEvents(returneeMachine, statusOf(history), people[account] ?? []).filter((event) =>
    raced.includes(event),
  )
  const events = plan.isAllowed && allowed.length > 0 ? allowed : raced
  const event = events[plan.event % events.length] as ReturneeEvent
  const words = event === 'amend' ? '' : `第 ${acts.length} 句`
  return {
    account,
    event,
    submission: randomUUID(),
    version: Math.max(1, history.length - behind),
    words,
    days,
  }
}

async function send({ id }: Race, act: Act): Promise<Answered> {
  const { account, event, submission, version, words, days } = act
  const more: Partial<Record<ReturneeEvent, object>> = {
    amend: { answers: answersOf() },
    reassign: { colleague: 'post-officer-1', words },
  }
  const hasTerms = ['accept', 'revise', 'tighten', 'grant'].includes(event)
  const said = hasTerms ? { measure: 'homeObservation', days, words } : { words }
  const input = { case: id, submission, version, ...(more[event] ?? said) }
  const result = await community.send(account, 'returnee', event, input)
  return { act, answer: result.ok ? 'ok' : result.error.code }
}

const caseIn = (id: string): RegistrationCase =>
  fromStoredText(store.find('cases', { filter: { _id: id } })[0] as string) as unknown as RegistrationCase

const storedOf = ({ _id, version, status, history }: RegistrationCase): Stored => ({
  version,
  status,
  history: history.map((entry) => ({
    ...{ event: entry.event, submission: entry.submission, account: entry.by.account },
    ...{ from: entry.from, to: entry.to, detail: entry.detail },
    words: entry.words ? ownSealer().open(entry.words, wordsContext(_id, entry)) : '',
  })),
})

/** Up to six who act at the same moment. */
class Together implements fc.AsyncCommand<Race, object> {
  private acts: readonly Act[] = []

  constructor(private readonly plans: readonly Plan[]) {}

  check = () => true

  async run(race: Race): Promise<void> {
    this.acts = this.plans.flatMap((plan) => {
      const act = actOf(plan, race)
      race.acts.push(act)
      return Array.from({ length: plan.times }, () => act)
    })
    const answers = await Promise.all(this.acts.map((act) => send(race, act)))
    const found = caseIn(race.id)
    const after = storedOf(found)
    expect(unexplained(race.history, answers, after, people)).toEqual([])
    expect(alterationOf(found)).toBeNull()
    race.history = after.history
  }

  toString = () =>
    `at once: ${this.acts.map((act) => `${act.account} ${act.event}@${act.version}`).join(', ')}`
}

const batches = fc.array(plans, { minLength: 1, maxLength: 6 }).map((some) => new Together(some))

/** Races for new cases; counts the events that came about. */
async function race(endOnFailure: boolean, events = new Map<string, number>()) {
  return fc.check(
    fc.asyncProperty(fc.commands([batches], { maxCommands: 8, size: 'max' }), async (commands) => {
      const fresh = await registered(community, 'resident-1')
      const { history } = storedOf(caseIn(fresh.id))
      const raceFor: Race = { id: fresh.id, history, acts: [] }
      await fc.asyncModelRun(() => ({ model: raceFor, real: {} }), commands)
      for (const { event } of raceFor.history) events.set(event, (events.get(event) ?? 0) + 1)
    }),
    { seed, numRuns: races, endOnFailure },
  )
}

describe('a registration that several act on at once', () => {
  it('has a history that one after the other would have left', async () => {
    const events = new Map<string, number>()
    const { failed, counterexample, errorInstance } = await race(false, events)
    if (failed) throw new Error(`seed ${seed}: ${fc.stringify(counterexample)}`, { cause: errorInstance })
    // A race in which nobody gets anywhere says nothing.
    expect(events.size).toBeGreaterThan(6)
  }, 600_000)

  it('has not, as soon as a write does not ask for the version that was seen', async () => {
    const end = answerInstead('database.modifyDocument', (usual) => (fields, context) => {
      const { query } = fields as { query: string }
      const { version: _seen, ...unasked } = JSON.parse(query) as Record<string, unknown>
      return usual({ ...(fields as object), query: JSON.stringify(unasked) }, context)
    })
    const { failed } = await race(true).finally(end)
    expect(failed).toBe(true)
  }, 600_000)
})
