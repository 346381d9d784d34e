import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import { HOUSEHOLDS_PAGE, type HouseholdCursor, type HouseholdLine } from '@contract/selfReport'
import type { householdLists } from '@contract/selfReport'
import {
  NOBODY_HERE,
  type HouseholdDocument,
  type StoredCall,
  type StoredDay,
} from '@kernel/households/householdDocument'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { demoHousehold, householdStored } from './support/households'
import { asIntruder } from './support/intruder'
import { insert } from './support/keeping'
import { today } from './support/registrations'

type Show = (typeof householdLists)[number]

const building = 'qinghe-1-1-1-1'
const beside = 'qinghe-1-1-1-2'
const compound = 'qinghe-1-1-1'
const yesterday = addDays(today, -1)

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => asIntruder(community, (store) => store.remove('households', {}, { multi: true })))
afterAll(() => community.close())

const progress = (openid: string, place: string) => community.as(openid).selfReport.progress({ place })
const list = (openid: string, place: string, show: Show, after?: HouseholdCursor) =>
  community.as(openid).selfReport.list({ place, show, after })

/** Puts so many households there. */
const put = (count: number, place: string, changes: Partial<HouseholdDocument> = {}): string[] => {
  const all = Array.from({ length: count }, () => demoHousehold(place, changes))
  insert(community, 'households', all)
  return all.map(({ _id }) => _id)
}

async function allOf(show: Show, place = 'qinghe-1-1', between: () => unknown = () => undefined) {
  const seen: HouseholdLine[] = []
  let after: HouseholdCursor | undefined
  do {
    const page = answered(await list('worker-1-1', place, show, after))
    expect(page.items.length).toBeLessThanOrEqual(HOUSEHOLDS_PAGE)
    seen.push(...page.items)
    after = page.next ?? undefined
    between()
  } while (after)
  return seen
}

const idsOf = (lines: readonly { id: string }[]): string[] => lines.map(({ id }) => id)

const REPORTED = 'what-was-reported'
const dayWithReport = (on: string): StoredDay => ({
  on,
  reports: [
    {
      submission: REPORTED,
      digest: '',
      at: new Date(),
      how: 'self',
      by: { account: 'resident-1', actor: 'owner', name: null },
      people: [],
    },
  ],
})

describe('how far a place has come today', () => {
  it('is how many live there, how many have not reported, and in which buildings', async () => {
    put(3, building, { reportedOn: yesterday })
    put(2, building, { reportedOn: today })
    put(4, beside)
    put(1, 'qinghe-1-1-2-1', { reportedOn: today })
    put(2, compound, { reportedOn: addDays(today, -5) })
    expect(answered(await progress('worker-1-1', 'qinghe-1-1'))).toEqual({
      on: today,
      households: 12,
      notReported: 9,
      places: [
        {
          id: beside,
          level: 'building',
          names: ['青禾街道', '春晓社区', '第一网格', '春晓东苑', '2 号楼'],
          notReported: 4,
        },
        expect.objectContaining({ id: building, notReported: 3 }),
        expect.objectContaining({ id: compound, level: 'compound', notReported: 2 }),
      ],
    })
  })

  it('does not count households where nobody lives any more', async () => {
    put(1, building)
    put(5, building, { reportedOn: NOBODY_HERE })
    expect(answered(await progress('worker-1-1', building))).toMatchObject({ households: 1, notReported: 1 })
  })

  it('of a place without households is nothing', async () => {
    expect(answered(await progress('worker-1-1', 'qinghe-1-1'))).toEqual({
      on: today,
      households: 0,
      notReported: 0,
      places: [],
    })
  })

  it('names the fifty buildings with most of them, and counts them all', async () => {
    const at = (n: number) => ({ ...demoHousehold(building).at, building: `another-${n}` })
    const many = Array.from({ length: 60 }, (_, n) => demoHousehold(building, { at: at(n) }))
    insert(community, 'households', [...many, demoHousehold(beside), demoHousehold(beside)])
    const { notReported, places } = answered(await progress('worker-1-1', compound))
    // The other forty-nine are no buildings of the demonstration.
    expect([notReported, idsOf(places)]).toEqual([62, [beside]])
  })

  it('costs six database requests at most', async () => {
    put(3, building)
    const cost = await community.costOf(() => progress('officer-1', 'qinghe-1'))
    const asked = cost.map(({ action, collection }) => `${action} ${collection}`).sort()
    expect(asked.filter((one) => one !== 'database.getDocument places')).toEqual([
      'database.aggregateDocuments households',
      'database.calculateDocument households',
      'database.calculateDocument households',
      'database.getDocument staff',
    ])
    expect(asked.length).toBeLessThanOrEqual(6)
  })
})

describe('the list of who has not reported', () => {
  it('begins with those who never have, then with those for whom it is longest ago', async () => {
    const before = put(40, building, { reportedOn: yesterday }).sort()
    const longAgo = put(2, beside, { reportedOn: addDays(today, -9) }).sort()
    const never = put(33, building).sort()
    put(3, building, { reportedOn: today })
    put(3, building, { reportedOn: NOBODY_HERE })
    expect(idsOf(await allOf('notReported'))).toEqual([...never, ...longAgo, ...before])
  })

  it('neither skips nor repeats anybody while others report', async () => {
    const ids = put(70, building)
    const reports = () =>
      asIntruder(community, (store) =>
        store.update('households', { _id: ids.pop() }, { $set: { reportedOn: today } }, { multi: false }),
      )
    const seen = idsOf(await allOf('notReported', building, reports))
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(ids))
  })

  it('shows of each household enough to call it, and nothing of anybody else', async () => {
    const call: StoredCall = {
      id: randomUUID(),
      at: new Date('2026-02-20T02:05:00Z'),
      by: { account: 'worker-1-1', name: '王秀英', role: 'gridWorker', place: '青禾街道 春晓社区' },
      person: 'somebody',
      reason: 'notReported',
      isVisit: false,
      result: 'noAnswer',
      words: '',
    }
    const id = householdStored(community, building, {
      reportedOn: yesterday,
      latest: { on: today, people: 1 },
      calls: [call],
    })
    expect(answered(await list('worker-1-1', building, 'notReported')).items).toEqual([
      {
        id,
        place: { id: building, level: 'building', names: expect.any(Array) as string[] },
        display: '方*棠',
        people: 2,
        reportedToday: 1,
        reportedOn: yesterday,
        lastCall: {
          id: call.id,
          at: '2026-02-20T02:05:00.000Z',
          by: { name: '王秀英', role: 'gridWorker', place: '青禾街道 春晓社区' },
          reason: 'notReported',
          isVisit: false,
          result: 'noAnswer',
          words: '',
        },
        steady: [],
        hasAlert: false,
        hasPhone: true,
      },
    ])
  })

  it('counts only who lives there, and yesterday is not today', async () => {
    const found = demoHousehold(building, { latest: { on: yesterday, people: 2 } })
    const [first, second] = found.members
    const left = { on: yesterday, why: 'movedOut' } as const
    insert(community, 'households', [{ ...found, members: [{ ...first, left }, second] }])
    expect(answered(await list('worker-1-1', building, 'notReported')).items).toMatchObject([
      { people: 1, reportedToday: 0, reportedOn: null, hasPhone: false },
    ])
  })

  it('says who is unwell, as long as nobody has closed the episode', async () => {
    const [open, closed] = [randomUUID(), randomUUID()]
    insert(community, 'cases', [
      { _id: open, todo: { dueAt: new Date() } },
      { _id: closed, todo: null },
    ])
    const ill = (id: string) => {
      const found = demoHousehold(building)
      return { ...found, members: found.members.map((one) => ({ ...one, episode: { case: id, number: 1 } })) }
    }
    const [one, other] = [ill(open), ill(closed)]
    insert(community, 'households', [one, other])
    const { items } = answered(await list('worker-1-1', building, 'notReported'))
    expect(items.filter(({ hasAlert }) => hasAlert).map(({ id }) => id)).toEqual([one._id])
    expect(idsOf(items)).toContain(other._id)
  })
})

describe('the other lists', () => {
  it('are those who have reported today', async () => {
    const reported = put(35, building, { reportedOn: today }).sort()
    put(2, building, { reportedOn: yesterday })
    expect(idsOf(await allOf('reported'))).toEqual(reported)
  })

  it('are those of whom somebody has the same value every day, with that value', async () => {
    const steadyPeople = (found: HouseholdDocument): HouseholdDocument => ({
      ...found,
      steady: true,
      members: found.members.map((one, index) =>
        index === 0 ? { ...one, steady: { temperature: 36.5, days: 8 } } : one,
      ),
    })
    const days = [today, yesterday, '', today]
    const all = Array.from({ length: 32 }, (_, n) =>
      steadyPeople(demoHousehold(building, { reportedOn: days[n % days.length] })),
    )
    insert(community, 'households', all)
    put(2, building)
    const seen = await allOf('steady')
    expect(idsOf(seen)).toEqual(idsOf(all.map(({ _id }) => ({ id: _id }))).sort())
    const first = all.find(({ _id }) => _id === seen[0]?.id)
    expect(seen[0]?.steady).toEqual([{ person: first?.members[0]?.id, temperature: 36.5, days: 8 }])
  })

  it('hold what they hold, wherever a cursor says that they go on', async () => {
    put(2, building, { reportedOn: NOBODY_HERE })
    put(2, building, { reportedOn: today })
    const id = '00000000-0000-4000-8000-000000000000'
    for (const reportedOn of [NOBODY_HERE, today]) {
      const page = answered(await list('worker-1-1', building, 'notReported', { reportedOn, id }))
      expect(page.items).toEqual([])
    }
  })
})

/** Everything that the database answers to requests of one kind. */
async function answersTo(name: string, act: () => Promise<void>): Promise<string> {
  const answers: string[] = []
  const end = answerInstead(name, (usual) => async (fields, context) => {
    const answer = await usual(fields, context)
    answers.push(JSON.stringify(answer))
    return answer
  })
  await act()
  end()
  return answers.join('')
}

it.each([
  ['database.getDocument', 'reportedOn'],
  ['database.aggregateDocuments', building],
])('nothing that was reported is read: %s', async (name, read) => {
  put(3, building, { days: [dayWithReport(yesterday)], reportedOn: yesterday })
  put(3, building, { days: [dayWithReport(today)], reportedOn: today, steady: true })
  const answers = await answersTo(name, async () => {
    answered(await progress('worker-1-1', building))
    for (const show of ['notReported', 'reported', 'steady'] as const)
      expect(answered(await list('worker-1-1', building, show)).items).toHaveLength(3)
  })
  expect(answers).toContain(read)
  expect(answers).not.toContain(REPORTED)
})

it.each<[Show, number]>([
  ['notReported', 3],
  ['reported', 3],
  ['steady', 3],
])('a page of the list %s costs %s database requests', async (show, requests) => {
  put(40, building, { steady: true })
  put(40, building, { reportedOn: today })
  answered(await list('worker-1-1', building, show))
  const cost = await community.costOf(() => list('worker-1-1', building, show))
  // The place is remembered by whichever instance has seen it.
  expect(cost.filter(({ collection }) => collection !== 'places').length).toBeLessThanOrEqual(requests - 1)
})

describe('what is not at my places', () => {
  it('is not there', async () => {
    put(1, building)
    const nowhere = refusal(await progress('worker-1-2', randomUUID()))
    expect(nowhere.code).toBe('notFound')
    for (const [openid, place] of [
      ['worker-1-2', building],
      ['officer-2', 'qinghe-1'],
      ['officer-1', 'qinghe'],
      ['steward', beside],
      ['steward', compound],
    ] as const) {
      expect(refusal(await progress(openid, place))).toEqual(nowhere)
      expect(refusal(await list(openid, place, 'notReported'))).toEqual(nowhere)
    }
  })

  it('is refused to whoever is no reader', async () => {
    for (const openid of ['resident-1', 'gate-keeper', 'administrator']) {
      expect(refusal(await progress(openid, 'qinghe')).code).toBe('notAllowed')
      expect(refusal(await list(openid, 'qinghe', 'reported')).code).toBe('notAllowed')
    }
  })

  it('is not counted with what is: a steward sees the one building', async () => {
    put(2, building)
    put(3, beside)
    expect(answered(await progress('steward', building))).toMatchObject({ households: 2, notReported: 2 })
    expect(answered(await list('steward', building, 'notReported')).items).toHaveLength(2)
  })

  it('is there for an inspector of the street', async () => {
    put(2, 'qinghe-7-3-2-4')
    expect(answered(await progress('inspector', 'qinghe'))).toMatchObject({ households: 2 })
  })
})

it('of thousands of households all that is asked is read by an index, at every level', async () => {
  const model = demoHousehold('qinghe-5-1-1-1')
  const days = ['', yesterday, today, NOBODY_HERE]
  const many = Array.from({ length: 2000 }, (_, n) => ({
    ...model,
    _id: randomUUID(),
    reportedOn: days[n % days.length],
    steady: n % 3 === 0,
  }))
  insert(community, 'households', many)
  const far = { reportedOn: yesterday, id: '80000000-0000-4000-8000-000000000000' }
  for (const place of ['qinghe', 'qinghe-5', 'qinghe-5-1', 'qinghe-5-1-1', 'qinghe-5-1-1-1']) {
    expect(answered(await progress('street-officer', place))).toMatchObject({
      households: 1500,
      notReported: 1000,
      places: [{ id: 'qinghe-5-1-1-1', notReported: 1000 }],
    })
    for (const show of ['notReported', 'reported', 'steady'] as const) {
      const { next } = answered(await list('street-officer', place, show))
      for (const after of [next ?? undefined, far])
        expect(answered(await list('street-officer', place, show, after)).next).not.toBeNull()
    }
  }
})
