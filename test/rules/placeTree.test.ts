import * as v from 'valibot'
import { nodeName, placeCode } from '@contract/places'
import type { Level } from '@contract/roles'
import { levels } from '@contract/roles'
import { afterPage, firstStep, isSettled, stepsOf } from '@kernel/placeTree/relocationRules'
import {
  atPatch,
  householdPatch,
  inherited,
  inheritedPatch,
  levelsBelow,
  listedUnder,
  mayLieBelow,
  namesPatch,
  placeIdFrom,
  whereaboutsPatch,
} from '@kernel/placeTree/treeRules'
import { demoPlaces } from '../../local/demo/places'

const placeOf = (id: string) => {
  const place = demoPlaces.find(({ _id }) => _id === id)
  if (!place) throw new Error(`no place ${id}`)
  return place
}

const person = (of: string, name = '计春和') => ({ of, name, phone: '13800007001', post: null, openid: null })

describe('a place', () => {
  it('lies below any wider one, whatever levels are skipped', () => {
    const pairs = levels.flatMap((level) => levels.map((above) => [level, above] as const))
    const allowed = pairs.filter(([level, above]) => mayLieBelow(level, above))
    expect(allowed).toHaveLength((levels.length * (levels.length - 1)) / 2)
    expect(mayLieBelow('household', 'compound')).toBe(true)
    expect(mayLieBelow('compound', 'compound')).toBe(false)
    expect(levelsBelow('building')).toEqual(['unit', 'household'])
    expect(levelsBelow('household')).toEqual([])
  })

  it('has a name on one line', () => {
    expect(v.parse(nodeName, ' 春晓\n\t花园 ')).toBe('春晓 花园')
    expect(v.is(nodeName, ' \n ')).toBe(false)
  })

  it('has a number of letters, digits and dashes, or none', () => {
    expect(['', 'B-1', '01_2'].filter((code) => v.is(placeCode, code))).toHaveLength(3)
    expect(v.safeParse(placeCode, '一号').issues?.map(({ message }) => message)).toEqual(['placeCode'])
  })

  it('has an id that fits into WeChat’s code', () => {
    expect(placeIdFrom('3f2b8c1e-9a47-4d05-8e6b-0c1d2e3f4a5b')).toBe('3f2b8c1e9a474d058e6b0c1d2e3f4a5b')
  })

  it.each<[Level, Parameters<typeof listedUnder>[1], string | null]>([
    ['street', null, ''],
    ['grid', { street: 's', community: 'c' }, null],
    ['compound', { street: 's', community: 'c', grid: 'g' }, 'c'],
    ['compound', { street: 's', grid: 'g' }, 's'],
    ['building', { community: 'c', grid: 'g', compound: 'k' }, 'k'],
    ['household', { community: 'c', grid: 'g', compound: 'k' }, null],
  ])('at level %s below %o is listed under %p', (level, above, expected) => {
    expect(listedUnder(level, above)).toBe(expected)
  })

  it('has from above what the demonstration has copied to each of its places', () => {
    for (const place of demoPlaces) {
      const above = place.parent === null ? null : placeOf(place.parent)
      expect(inheritedPatch(place, inherited(place, above))).toEqual({})
    }
  })

  it('keeps whom it has named itself, and takes all others from above', () => {
    const above = {
      ...placeOf('qinghe-1-1'),
      responsible: { leader: person('qinghe'), volunteer: person('qinghe-1-1') },
    }
    const place = {
      ...placeOf('qinghe-1-1-1'),
      responsible: { volunteer: person('qinghe-1-1-1', '邱月明'), partyMember: person('elsewhere') },
    }
    expect(inherited(place, above).responsible).toEqual({
      leader: person('qinghe'),
      volunteer: person('qinghe-1-1-1', '邱月明'),
    })
  })
})

describe('whom a place has named', () => {
  const post = 'post-worker-1-1'
  const named = { ...person('qinghe-1-1-1'), post, openid: 'worker-1-1' }
  const place = {
    ...placeOf('qinghe-1-1-1'),
    responsible: { gridWorker: named, volunteer: person('qinghe-1-1-1') },
  }
  const serves = (asked: string, at: { grid?: string }) => asked === post && at.grid === 'qinghe-1-1'

  it('has the duty as long as the post serves there', () => {
    const { responsible } = inherited(place, placeOf('qinghe-1-1'), serves)
    expect(responsible.gridWorker).toEqual(named)
  })

  it('has it no more where the post does not serve; who is not on the staff keeps it', () => {
    const above = placeOf('qinghe-1-2')
    const { responsible } = inherited(place, above, serves)
    expect(responsible.gridWorker).toEqual(above.responsible.gridWorker)
    expect(responsible.volunteer?.of).toBe('qinghe-1-1-1')
  })
})

describe('what must change below a place', () => {
  it('that is moved: the ids above it, the names that differ, and who is responsible', () => {
    const place = placeOf('qinghe-1-1-1')
    const wanted = inherited(place, placeOf('qinghe-2-2'))
    expect(inheritedPatch(place, wanted)).toEqual({
      parent: 'qinghe-2-2',
      listedUnder: 'qinghe-2',
      'at.community': 'qinghe-2',
      'at.grid': 'qinghe-2-2',
      'names.1': '夏荷社区',
      'names.2': '第二网格',
      'responsible.secretary': wanted.responsible.secretary,
      'responsible.gridWorker': wanted.responsible.gridWorker,
    })
  })

  it('whose levels are fewer now: the id that is left out goes, and the names are written whole', () => {
    expect(atPatch({ grid: 'g', compound: 'k' }, { compound: 'k' })).toEqual({ 'at.grid': undefined })
    expect(namesPatch('names', ['a', 'b', 'c'], ['a', 'c'])).toEqual({ names: ['a', 'c'] })
  })

  it('is the same for all that lies below a renamed place', () => {
    expect(namesPatch('names', ['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual({ 'names.1': 'x' })
    expect(namesPatch('names', ['a', 'b', 'd', 'e'], ['a', 'x', 'd', 'e'])).toEqual({ 'names.1': 'x' })
  })

  it('for a household is told as residents know it, without grids', () => {
    const { at } = placeOf('qinghe-1-1-1')
    const place = {
      id: 'qinghe-1-1-1',
      level: 'compound' as const,
      names: ['青禾街道', '春晓社区', '春晓东苑'],
    }
    const current = { at, household: { place } }
    const moved = placeOf('qinghe-1-2')
    const now = { ...place, names: ['青禾街道', '春晓社区', '第二网格', '春晓东苑'] }
    expect(householdPatch(current, now, { ...moved.at, compound: 'qinghe-1-1-1' })).toEqual({
      'at.grid': 'qinghe-1-2',
    })
  })

  it('for a case or a post at a merged place is which place that is', () => {
    const { at, names } = placeOf('qinghe-1-2')
    const current = {
      at: placeOf('qinghe-1-1').at,
      place: { id: 'qinghe-1-1', level: 'grid' as const, names },
    }
    expect(whereaboutsPatch('place', current, { id: 'qinghe-1-2', level: 'grid', names }, at)).toEqual({
      'at.grid': 'qinghe-1-2',
      'place.id': 'qinghe-1-2',
    })
  })
})

describe('a sweep', () => {
  const progress = {
    level: 'building' as Level,
    reach: 'everything' as const,
    step: firstStep('building'),
    after: '',
    changed: 0,
  }

  it('goes from the place down, then to people, then to cases', () => {
    expect(stepsOf('building', 'everything')).toEqual([
      'building',
      'unit',
      'household',
      'people',
      'households',
      'cases',
    ])
    expect(stepsOf('building', 'places')).toEqual(['building', 'unit', 'household'])
  })

  it('goes on in a step after the last id seen, and counts what it has changed', () => {
    const { progress: next, isOver } = afterPage({ ...progress, changed: 2 }, { last: 'x', changed: 3 })
    expect([next, isOver]).toEqual([{ ...progress, after: 'x', changed: 5 }, false])
  })

  it('begins the next step at its beginning, and is over after the last', () => {
    const { progress: next } = afterPage({ ...progress, after: 'x' }, { last: null, changed: 0 })
    expect(next).toEqual({ ...progress, step: 'unit', after: '' })
    expect(afterPage({ ...progress, step: 'cases' }, { last: null, changed: 0 }).isOver).toBe(true)
  })

  const since = new Date('2026-11-21T08:00:00Z')
  const later = (seconds: number) => new Date(since.getTime() + seconds * 1000)

  it.each([
    ['two minutes after the edit, having changed nothing', 120, 0, true],
    ['sooner: an instance may remember the place as it was', 119, 0, false],
    ['having changed something: perhaps by what it had read before', 600, 1, false],
  ])('is the last when it began %s', (_when, seconds, changed, expected) => {
    expect(isSettled({ since, beganAt: later(seconds), changed })).toBe(expected)
  })
})
