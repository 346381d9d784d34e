import type { InboxItem } from '@contract/inbox'
import {
  filterCount,
  inputOf,
  isFiltered,
  mayContinue,
  noFilters,
  shownOf,
  tileOf,
  withTile,
} from '@/staff/inbox/filters'

const NOW = '2026-11-20T07:30:00.000Z'

const item = (id: string, dueAt: string): InboxItem => ({
  id,
  kind: 'returnee',
  status: 'submitted',
  version: 1,
  openedAt: '2026-11-19T00:00:00.000Z',
  display: '张*三',
  place: { id: 'c1', level: 'compound', names: ['城关街道', '幸福社区', '阳光小区'] },
  todo: { role: 'gridWorker', assignee: null, dueAt },
  urgency: 0,
  brief: {},
})

const late = item('late', '2026-11-20T07:29:59.000Z')
const dueNow = item('dueNow', NOW)

describe('the counts above the inbox', () => {
  it.each(['open', 'overdue', 'mine', 'waiting'] as const)(
    'shows what %s counts when it is tapped',
    (tile) => {
      expect(tileOf(withTile(noFilters, tile))).toBe(tile)
    },
  )

  it('begins with all that is open', () => {
    expect(tileOf(noFilters)).toBe('open')
  })

  it('takes the filter of the tile before back', () => {
    expect(withTile(withTile(noFilters, 'waiting'), 'mine')).toMatchObject({ mine: true, status: undefined })
  })

  it('keeps the place and the name that are looked for', () => {
    const filters = { ...noFilters, text: '张', place: { level: 'grid', id: 'g1' } as const }
    expect(withTile(filters, 'overdue')).toMatchObject({ text: '张', place: { level: 'grid', id: 'g1' } })
  })

  it('marks no tile when the status is one that no tile counts', () => {
    expect(tileOf({ ...noFilters, status: 'submitted' })).toBeUndefined()
  })
})

describe('the filters of the inbox', () => {
  it('counts those behind the button', () => {
    expect(filterCount({ ...noFilters, kind: 'returnee', place: { level: 'grid', id: 'g1' } })).toBe(2)
  })

  it('are none at the beginning', () => {
    expect(isFiltered(noFilters)).toBe(false)
  })

  it.each([
    ['a name', { text: '张' }],
    ['a tile', { overdueOnly: true }],
    ['a place', { place: { level: 'grid', id: 'g1' } as const }],
  ])('are some with %s', (_, changed) => {
    expect(isFiltered({ ...noFilters, ...changed })).toBe(true)
  })

  it('ask the function the same with and without "overdue only", so that nothing is fetched twice', () => {
    expect(inputOf({ ...noFilters, overdueOnly: true })).toEqual(inputOf(noFilters))
  })

  it('ask for the page after the one before', () => {
    const after = { urgency: 0, dueAt: NOW, id: 'late' } as const
    expect(inputOf(noFilters, after).after).toBe(after)
  })
})

describe('the lines of the inbox', () => {
  it('show a case once that moved from one page to the next', () => {
    expect(shownOf([{ items: [late] }, { items: [late, dueNow] }], false, NOW)).toEqual([late, dueNow])
  })

  it('show only what is past its time when that is asked for', () => {
    expect(shownOf([{ items: [late, dueNow] }], true, NOW)).toEqual([late])
  })

  it('may go on for as long as everything so far is overdue', () => {
    expect(mayContinue([{ items: [late] }], true, NOW)).toBe(true)
  })

  it('need not go on once something is not overdue: overdue ones come first', () => {
    expect(mayContinue([{ items: [late, dueNow] }], true, NOW)).toBe(false)
  })

  it('go on behind what cannot wait, though that is not overdue: behind it something may be', () => {
    expect(mayContinue([{ items: [{ ...dueNow, urgency: 1 }] }], true, NOW)).toBe(true)
    expect(mayContinue([{ items: [{ ...dueNow, urgency: 1 }, late, dueNow] }], true, NOW)).toBe(false)
  })

  it('may always go on when everything is shown', () => {
    expect(mayContinue([{ items: [dueNow] }], false, NOW)).toBe(true)
  })
})
