import { acts, timers, type ActName } from '../../config/costs'
import { readDefinitions } from '../../local/functions/definition'
import { inRoot } from '../../config/root'
import { openCommunity, type Community } from './support/community'
import { costlyActs } from './support/costlyActs'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const fire = (name: string) => community.cloud.fireTimer(name)

it.each(Object.keys(acts) as ActName[])(
  '%s asks the database no more than the office is told',
  async (name) => {
    const prepare = costlyActs(community)[name]
    // What an instance remembers of places and rules it asks once.
    await (
      await prepare()
    )()
    const once = await prepare()
    let times = 1
    const cost = await community.costOf(async () => {
      times = await once()
    })
    expect(cost.length / times).toBeLessThanOrEqual(acts[name].requests)
    // Nor so much less that the table frightens somebody.
    expect(cost.length / times).toBeGreaterThan(acts[name].requests / 2)
  },
)

/** How often a timer of seven fields is due on a day: every minute, every tenth, or at one minute of each hour. */
function runsOf(cron: string): number {
  const [, minute = ''] = cron.split(' ')
  if (minute === '*') return 24 * 60
  return minute.includes('/') ? (24 * 60) / Number(minute.split('/')[1]) : 24
}

it('timers with nothing to do ask no more than the office is told', async () => {
  const day = { calls: 0, requests: 0 }
  for (const { name, timer } of readDefinitions(inRoot('dist/cloudfunctions'))) {
    if (!timer) continue
    await fire(name)
    const cost = await community.costOf(() => fire(name))
    day.calls += runsOf(timer.cron)
    day.requests += runsOf(timer.cron) * cost.length
  }
  expect(day.calls).toBeLessThanOrEqual(timers.calls)
  expect(day.requests).toBeLessThanOrEqual(timers.requests)
})
