import type { At } from '@contract/roles'
import {
  countedAs,
  countsAfter,
  countsTouched,
  endedWith,
  isCountedAlike,
  newCounts,
  plus,
  type Countable,
  type Counted,
  type CountsDocument,
  type Recounting,
} from '@kernel/counts/countRules'
import { countsAt, sumOf } from '@kernel/counts/countsAtRules'

const here: At = {
  district: 'd',
  street: 's',
  community: 'c1',
  grid: 'g1',
  compound: 'p1',
  building: 'b1',
}
const TODAY = '2026-11-22'
const openedAt = new Date('2026-11-20T02:00:00Z')
const later = new Date('2026-11-21T02:00:00Z')

const waiting = (changes: Partial<Countable> = {}): Countable => ({
  kind: 'returnee',
  at: here,
  openedAt,
  todo: { role: 'gridWorker' },
  deletion: null,
  ...changes,
})

const as = (changes: Partial<Countable> = {}, since = later) => countedAs(waiting(changes), since)

const first = (after: Counted): Recounting => ({ kind: 'returnee', before: null, after })
const then = (before: Counted, after: Counted): Recounting => ({ kind: 'returnee', before, after })

/** What is stored after one recounting upon the other. */
function storedAfter(...recountings: Recounting[]): CountsDocument[] {
  const stored = new Map<string, CountsDocument>()
  for (const one of recountings)
    for (const document of countsAfter([...stored.values()], [one], TODAY)) stored.set(document._id, document)
  return [...stored.values()]
}

const document = (documents: CountsDocument[], id: string) => documents.find(({ _id }) => _id === id)

describe('a case is counted', () => {
  it('as open in its community while somebody must act on it', () => {
    expect(as()).toEqual({ at: here, openIn: 'c1', waits: false, openedOn: '2026-11-20', closedOn: null })
  })

  it('as waiting when that is its owner', () => {
    expect(as({ todo: { role: 'owner' } })).toMatchObject({ openIn: 'c1', waits: true })
  })

  it('as closed on the day of the event after which nobody must', () => {
    expect(as({ todo: null })).toMatchObject({ openIn: null, waits: false, closedOn: '2026-11-21' })
  })

  it('as closed on the same day, whatever happens to it afterwards', () => {
    const counted = as({ todo: null })
    expect(as({ todo: null, counted }, new Date('2026-11-22T02:00:00Z')).closedOn).toBe('2026-11-21')
  })

  it('as never closed once it is taken up again', () => {
    expect(as({ counted: as({ todo: null }) })).toMatchObject({ openIn: 'c1', closedOn: null })
  })

  it('on the days of China’s clock', () => {
    expect(as({ openedAt: new Date('2026-11-20T16:00:00Z') }).openedOn).toBe('2026-11-21')
  })

  it('as closed and known to its community only when it is being deleted while it was open', () => {
    expect(as({ deletion: 'batch' })).toEqual({
      at: { district: 'd', street: 's', community: 'c1' },
      openIn: null,
      waits: false,
      openedOn: '2026-11-20',
      closedOn: '2026-11-21',
    })
  })

  it.each<[string, At, string]>([
    ['a street', { district: 'd', street: 's' }, 's'],
    ['a district', { district: 'd' }, 'd'],
  ])('in %s where it lies in no community', (_, at, place) => {
    expect(as({ at }).openIn).toBe(place)
  })

  it('nowhere narrower than a unit', () => {
    expect(as({ at: { ...here, unit: 'u', household: 'h' } }).at).toEqual({ ...here, unit: 'u' })
  })
})

describe('an event leaves a case counted as it is', () => {
  const todo = { role: 'gridWorker' } as const
  it.each<[string, Parameters<typeof isCountedAlike>]>([
    ['a note', [{ todo }, { todo }]],
    ['another colleague', [{ todo }, { todo: { role: 'communityOfficer' } }]],
    ['a note on what nobody must act on', [{ todo: null }, { todo: null }]],
  ])('%s', (_, [before, set]) => expect(isCountedAlike(before, set)).toBe(true))

  it.each<[string, Parameters<typeof isCountedAlike>]>([
    ['a decision', [{ todo }, { todo: null }]],
    ['an appeal', [{ todo: null }, { todo }]],
    ['a question to its owner', [{ todo }, { todo: { role: 'owner' } }]],
    ['an answer', [{ todo: { role: 'owner' } }, { todo }]],
    ['another place', [{ todo }, { todo, at: here }]],
  ])('not %s', (_, [before, set]) => expect(isCountedAlike(before, set)).toBe(false))
})

describe('the counts', () => {
  it('of a new case are one open now and one opened on its day, at each place', () => {
    const documents = storedAfter(first(as()))
    const open = { returnee: { open: 1 } }
    const opened = { returnee: { opened: 1 } }
    expect(document(documents, 'c1')).toMatchObject({
      at: { district: 'd', street: 's', community: 'c1' },
      day: 'now',
      total: open,
      below: { g1: open, p1: open, b1: open },
    })
    expect(document(documents, 'c1 2026-11-20')).toMatchObject({
      day: '2026-11-20',
      total: opened,
      below: { g1: opened, p1: opened, b1: opened },
    })
    expect(documents).toHaveLength(2)
  })

  it('of several together are their sum', () => {
    const [now] = countsAfter([], [first(as()), first(as({ todo: { role: 'owner' } }))], TODAY)
    expect(now?.total).toEqual({ returnee: { open: 2, waiting: 1 } })
  })

  it('of different kinds stand beside each other', () => {
    const tip: Recounting = { kind: 'tip', before: null, after: as() }
    const [now] = countsAfter([], [first(as()), tip], TODAY)
    expect(now?.total).toEqual({ returnee: { open: 1 }, tip: { open: 1 } })
  })

  it('keep nothing that is zero', () => {
    const documents = storedAfter(first(as()), then(as(), as({ todo: null })))
    expect(document(documents, 'c1')).toMatchObject({ total: {}, below: {} })
    expect(document(documents, 'c1 2026-11-21')?.total).toEqual({ returnee: { closed: 1 } })
  })

  it('touch no document in which nothing changes', () => {
    const documents = storedAfter(first(as()))
    expect(countsAfter(documents, [then(as(), as())], TODAY)).toEqual([])
    const closed = countsAfter(documents, [then(as(), as({ todo: null }))], TODAY)
    expect(closed.map(({ _id }) => _id).sort()).toEqual(['c1', 'c1 2026-11-21'])
  })

  it('rise by a version with each change', () => {
    const documents = storedAfter(first(as()), then(as(), as({ todo: { role: 'owner' } })))
    expect(document(documents, 'c1')?.version).toBe(2)
    expect(document(documents, 'c1 2026-11-20')?.version).toBe(1)
  })

  it('go along when a case comes to lie in another community, those of past days too', () => {
    const there = { ...here, community: 'c2', grid: 'g2', compound: 'p2', building: 'b2' }
    const documents = storedAfter(first(as()), then(as(), as({ at: there })))
    for (const left of ['c1', 'c1 2026-11-20'])
      expect(document(documents, left)).toMatchObject({ total: {}, below: {} })
    expect(document(documents, 'c2')?.below).toHaveProperty('g2')
    expect(document(documents, 'c2 2026-11-20')?.total).toEqual({ returnee: { opened: 1 } })
  })

  it('follow a community to another street', () => {
    const documents = storedAfter(first(as()), then(as(), as({ at: { ...here, street: 's2' } })))
    expect(document(documents, 'c1')).toMatchObject({
      at: { district: 'd', street: 's2', community: 'c1' },
      total: { returnee: { open: 1 } },
    })
  })

  it('forget a deleted case in all that is narrower than its community, and count it there for good', () => {
    const closed = as({ todo: null })
    const gone = countedAs(waiting({ todo: null, deletion: 'batch', counted: closed }), later)
    const documents = storedAfter(first(as()), then(as(), closed), then(closed, gone))
    expect(document(documents, 'c1 2026-11-20')).toMatchObject({
      total: { returnee: { opened: 1 } },
      below: {},
    })
    expect(document(documents, 'c1 2026-11-21')).toMatchObject({
      total: { returnee: { closed: 1 } },
      below: {},
    })
  })

  it('are not begun again for days of which nothing is kept any more', () => {
    const longAgo = as({ openedAt: new Date('2025-01-01T02:00:00Z') })
    expect(countsAfter([], [first(longAgo)], TODAY).map(({ _id }) => _id)).toEqual(['c1'])
  })

  it('name beforehand every document that they change', () => {
    const there = as({ at: { ...here, community: 'c2' }, todo: null })
    const touched = countsTouched([then(as(), there)])
    const changed = countsAfter([], [then(as(), there)], TODAY).map(({ _id }) => _id)
    expect(touched).toEqual(expect.arrayContaining(changed))
  })

  it('come to the same in whatever portions they are counted', () => {
    const steps = [first(as()), then(as(), as({ todo: { role: 'owner' } })), first(as({ todo: null }))]
    const strip = (documents: CountsDocument[]) =>
      documents.map(({ version: _, ...one }) => one).sort((a, b) => (a._id < b._id ? -1 : 1))
    expect(strip(countsAfter([], steps, TODAY))).toEqual(strip(storedAfter(...steps)))
  })
})

describe('a day that is over', () => {
  const now = { total: { returnee: { open: 3, waiting: 1 } }, below: { g1: { returnee: { open: 3 } } } }

  it('keeps what was open at its end beside what it has counted', () => {
    const day = { ...newCounts('c1 2026-11-21', here, '2026-11-21'), total: { returnee: { opened: 2 } } }
    expect(endedWith(day, now)).toMatchObject({
      isEnded: true,
      total: { returnee: { opened: 2, open: 3 } },
      below: { g1: { returnee: { open: 3 } } },
    })
  })

  it('ended twice tells the later', () => {
    const once = endedWith(newCounts('c1 2026-11-21', here, '2026-11-21'), now)
    expect(endedWith(once, { total: {}, below: {} })).toMatchObject({ total: {}, below: {} })
  })
})

describe('the counts of a place', () => {
  const documents = storedAfter(first(as()), first(as({ at: { ...here, community: 'c2', grid: 'g2' } })), {
    kind: 'tip',
    before: null,
    after: as(),
  }).filter(({ day }) => day === 'now')
  const openAt = (id: string, level: 'street' | 'community' | 'grid', at: At = here) =>
    sumOf(countsAt({ id, level, at }, documents), 'open')

  it('of a street are those of its communities', () => {
    expect(openAt('s', 'street')).toBe(3)
    expect(openAt('c1', 'community')).toBe(2)
  })

  it('of a grid stand with its community', () => {
    expect(openAt('g1', 'grid')).toBe(2)
    expect(openAt('g1', 'grid', { ...here, community: 'c2' })).toBe(0)
  })

  it('can be of some kinds only', () => {
    expect(sumOf(countsAt({ id: 's', level: 'street', at: here }, documents), 'open', ['tip'])).toBe(1)
  })

  it('are never less than nothing', () => {
    expect(sumOf([plus({}, 'tip', 'open', -1)], 'open')).toBe(0)
  })
})
