import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { addDays } from '@contract/calendar'
import { householdContext, type HouseholdDocument } from '@kernel/households/householdDocument'
import { ownSealer } from '@kernel/seal'
import { fromStoredText } from '../../local/store/storedText'
import type { Store } from '../../local/store/types'
import { openCommunity, type Community } from './support/community'
import { seed } from './support/seed'
import { openIntruder } from './support/intruder'
import {
  unexplainedReports,
  type AnsweredReport,
  type Report,
  type StoredReports,
} from './support/model/reportModel'
import { familyOf, reportOf } from './support/reports'
import { today } from './support/registrations'

/** `SHOUWANG_RACES=2000` lets so many households be raced for. */
const races = Number(process.env.SHOUWANG_RACES ?? 15)

const family = ['resident-1', 'resident-2']
const accounts = [...family, 'resident-3']

let community: Community
let store: Store
beforeAll(async () => {
  community = await openCommunity()
  store = openIntruder(community)
}, 60_000)
afterAll(() => {
  store.close()
  return community.close()
})

/** Which report a phone sends: one of a few, so that the same is sent again, by the same phone or another, with its words or other ones. */
const plans = fc.record(
  {
    account: fc.constantFrom(...accounts),
    report: fc.nat(7),
    words: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, fc.constant('咳嗽')),
    day: fc.nat(2),
  },
  { noNullPrototype: true },
)

const householdIn = (id: string): HouseholdDocument =>
  fromStoredText(
    store.find('households', { filter: { _id: id } })[0] as string,
  ) as unknown as HouseholdDocument

/** What distinguishes reports here: the day that they tell of, and a note. */
const says = (on: string, note: string): string => `${on} ${note}`

const storedIn = (id: string): StoredReports => {
  const { version, days } = householdIn(id)
  const reports = days.flatMap(({ on, reports: some }) =>
    some.map(({ submission, by, people }): Report => {
      const note = people[0]?.note
      const words = note ? ownSealer().open(note, householdContext(id)) : ''
      return { account: by.account, submission, says: says(on, words) }
    }),
  )
  return { version, reports }
}

it('reports that two phones of a family send at once are each there once, or refused for a reason', async () => {
  const answers = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(plans, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      async (batches) => {
        const household = familyOf(community, family[0] as string, { accounts: family })
        const submissions = Array.from({ length: 8 }, () => randomUUID() as string)
        for (const batch of batches) {
          const before = storedIn(household._id)
          const sent = await Promise.all(
            batch.map(async ({ account, report, words, day }): Promise<AnsweredReport> => {
              const submission = submissions[report] as string
              const on = addDays(today, -day)
              const input = reportOf(household, [{ note: words }], { submission, on })
              const result = await community.as(account).selfReport.report(input)
              return {
                report: { account, submission, says: says(on, words) },
                answer: result.ok ? 'ok' : result.error.code,
              }
            }),
          )
          expect(unexplainedReports(before, sent, storedIn(household._id), family)).toEqual([])
          for (const { answer } of sent) answers.add(answer)
        }
      },
    ),
    { seed, numRuns: races },
  )
  expect([...answers]).toEqual(expect.arrayContaining(['ok', 'submissionTaken', 'notFound']))
}, 600_000)
