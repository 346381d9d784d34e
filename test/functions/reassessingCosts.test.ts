import type { Document } from '../../local/store/types'
import { openCommunity, type Community } from './support/community'
import { areaOf, rulingDocuments } from './support/rulings'
import { fireMinute, publishedList, runOf, settle, storedFrom } from './support/runs'

const FEW = '510107'
const MANY = '510108'
const ELSEWHERE = '330106'
const REGISTERED = 1000

/** Of a thousand who wait ten come from one county and a hundred from another. */
const countyOf = (n: number) => (n % 100 === 0 ? FEW : n % 10 === 1 ? MANY : ELSEWHERE)
const cases = Array.from({ length: REGISTERED }, (_, n) =>
  storedFrom(countyOf(n), new Date(Date.now() - n * 60_000), false),
)

let community: Community
beforeAll(async () => {
  const rulings = rulingDocuments([areaOf(FEW, 'medium'), areaOf(MANY, 'medium')])
  community = await openCommunity({ ...rulings, cases: cases as unknown as Document[] })
})
afterAll(() => community.close())

/** Requests about cases and about anything else, of a run from its beginning to its end. */
async function costOf(county: string) {
  const list = await publishedList(community, [areaOf(county, 'high')])
  const requests = []
  for (let minute = 0; runOf(community, list).status !== 'done' && minute < 20; minute += 1) {
    requests.push(...(await community.costOf(() => fireMinute(community))))
    settle(community, list)
  }
  const writes = requests.filter(({ action }) => action === 'database.modifyDocument').length
  return { run: runOf(community, list), writes, others: requests.length - writes }
}

it('a run costs as much as those whom it concerns, not as those who are registered', async () => {
  const few = await costOf(FEW)
  const many = await costOf(MANY)
  expect([few.run, many.run]).toMatchObject([
    { seen: 10, changed: 10, total: 10 },
    { seen: 100, changed: 100, total: 100 },
  ])
  // One write for each, and one for each page and each beginning and end.
  expect(few.writes).toBeLessThan(10 + 10)
  expect(many.writes).toBeLessThan(100 + 15)
  // Pages of fifty, twice, and what is asked each minute. Looking at everybody would be forty pages, in two sweeps.
  expect(few.others).toBeLessThan(20)
  expect(many.others).toBeLessThan(25)
}, 60_000)
