import { addDays, instantAt } from '@contract/calendar'
import { acts, timers, type ActName } from '../../config/costs'
import { readDefinitions } from '../../local/functions/definition'
import { inRoot } from '../../config/root'
import { costlyActs } from './support/costlyActs'
import { today } from './support/registrations'
import { useTurnedClock } from './support/turnedClock'

const DAY_MS = 86_400_000
const HALF_AN_HOUR_MS = 1_800_000

const town = useTurnedClock()

const fire = (name: string) => town.community.cloud.fireTimer(name)

it.each(Object.keys(acts) as ActName[])(
  '%s asks the database no more than the office is told',
  async (name) => {
    const prepare = costlyActs(town.community)[name]
    // What an instance remembers of places and rules it asks once.
    await (
      await prepare()
    )()
    const once = await prepare()
    let times = 1
    const cost = await town.community.costOf(async () => {
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

/** In days, from now until half past that hour of the day after tomorrow. */
const daysUntil = (hour: number): number =>
  1 + (instantAt(addDays(today, 1), hour).getTime() + HALF_AN_HOUR_MS - Date.now()) / DAY_MS

/** What all timers would cost on a day that was all like this hour. */
async function idleDayAt(hour: number) {
  await town.clock.turnTo(daysUntil(hour))
  const day = { calls: 0, requests: 0 }
  for (const { name, timer } of readDefinitions(inRoot('dist/cloudfunctions'))) {
    if (!timer) continue
    await fire(name)
    const cost = await town.community.costOf(() => fire(name))
    day.calls += runsOf(timer.cron)
    day.requests += runsOf(timer.cron) * cost.length
  }
  return day
}

it('timers with nothing to do ask no more than the office is told', async () => {
  // Shortly after midnight a day is closed; from eight to eight somebody may have to be reminded.
  const [closing, night, day] = [await idleDayAt(0), await idleDayAt(3), await idleDayAt(10)]
  const requests = (closing.requests + 11 * night.requests + 12 * day.requests) / 24
  expect(day.calls).toBeLessThanOrEqual(timers.calls)
  expect(requests).toBeLessThanOrEqual(timers.requests)
  expect(requests).toBeGreaterThan(timers.requests / 2)
})
