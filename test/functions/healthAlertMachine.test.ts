import {
  healthAlertMachine,
  healthAlertsActions,
  type HealthAlertEvent,
  type HealthAlertStatus,
} from '@contract/healthAlerts'
import { householdLimits } from '@contract/households'
import { isAllowed } from '@contract/machine'
import type { Actor } from '@contract/roles'
import { answered, openCommunity, type Community } from './support/community'
import { alerts } from './support/episodes'
import { demoHousehold } from './support/households'
import { insert, set } from './support/keeping'
import { act, place } from './support/registrations'
import { reportOf } from './support/reports'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

/** Everybody there is: in which capacity they stand to an episode that resident-1 has reported, if in any. */
const everybody: [who: string, openid: string, actors: Actor[]][] = [
  ['the one who reported it', 'resident-1', ['owner']],
  ['the grid worker', 'worker-1-1', ['gridWorker']],
  ['the steward of the building', 'steward', ['steward']],
  ['the community officer', 'officer-1', ['communityOfficer']],
  ['the street officer', 'street-officer', ['streetOfficer']],
  ['the administrator', 'administrator', []],
  ['the grid worker next door', 'worker-1-2', []],
  ['another resident', 'resident-3', []],
]

/** Events that are actions of their own; the others come about by a report, a timer, a place that moves. */
type ActedEvent = HealthAlertEvent & keyof typeof healthAlertsActions
const acted = (Object.keys(healthAlertMachine.events) as HealthAlertEvent[]).filter(
  (event): event is ActedEvent => event in healthAlertsActions,
)

const inputs: Record<ActedEvent, object> = {
  see: {},
  followUp: { words: '已送药' },
  close: { ending: 'recovered', words: '已退烧' },
  note: { words: '已电话联系' },
  reassign: { colleague: 'post-officer-1', words: '' },
  reveal: { words: '电话核实' },
}

const cause = (openid: string, event: ActedEvent, found: { id: string; version: number }) =>
  community.send(openid, 'healthAlerts', event, { ...act(found), ...inputs[event] })

const twenty = Array.from({ length: householdLimits.members }, (_, n) => ({
  name: `方${'一二三四五'[n % 5]}`,
}))
const fresh: string[] = []

/** Everybody of a large household is unwell. */
async function raiseTwenty(): Promise<void> {
  const household = demoHousehold(place.building, { accounts: ['resident-1'] }, twenty)
  insert(community, 'households', [household])
  const report = reportOf(
    household,
    twenty.map(() => ({ temperature: '38.2' })),
  )
  const { unwell } = answered(await community.as('resident-1').selfReport.report(report))
  fresh.push(...unwell.map(({ alert }) => alert))
}

/** An episode that stands there; how it came to do so is the subject of other tests. */
async function episodeIn(status: HealthAlertStatus): Promise<{ id: string; version: number }> {
  if (fresh.length === 0) await raiseTwenty()
  const id = fresh.pop() ?? ''
  set(community, 'cases', id, { status, ...(status === 'closed' && { todo: null }) })
  return { id, version: 1 }
}

const stateOf = (id: string) => alerts(community).find(({ _id }) => _id === id)

describe.each(healthAlertMachine.statuses)('an episode that is %s', (status) => {
  it.each(everybody)(
    'by %s can be changed as the table says, and not otherwise',
    async (_who, openid, actors) => {
      const allowed = acted.filter((event) => isAllowed(healthAlertMachine.events[event], status, actors))
      const untouched = await episodeIn(status)
      for (const event of acted.filter((one) => !allowed.includes(one))) {
        expect(await cause(openid, event, untouched)).toMatchObject({
          ok: false,
          error: { code: actors.length > 0 ? 'eventNotAllowed' : 'notFound' },
        })
      }
      expect(stateOf(untouched.id)).toMatchObject({ status, version: 1 })
      for (const event of allowed) {
        const found = event === allowed[0] ? untouched : await episodeIn(status)
        const { to } = healthAlertMachine.events[event]
        expect(answered(await cause(openid, event, found))).toMatchObject({ id: found.id, version: 2 })
        expect(stateOf(found.id)?.status).toBe(to === 'same' ? status : to)
      }
    },
  )
})
