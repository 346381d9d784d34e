import type { PlaceLine } from '@contract/places'
import type { Level } from '@contract/roles'
import { canMoveTo, mayGo, targetLines } from '@/staff/places/targets'

const line = (id: string, level: Level, more = true): PlaceLine => ({ id, level, name: id, more })
const compound = { id: 'east', level: 'compound', parent: 'grid-1' } as const
const building = { id: 'east-1', level: 'building', parent: 'east' } as const

const shown = (lines: { id: string; more: boolean }[]) => lines.map(({ id, more }) => [id, more])

describe('where a node can be moved', () => {
  it('leads down through wider places', () => {
    expect(shown(targetLines('move', compound, [line('spring', 'community')]))).toEqual([['spring', true]])
  })

  it('ends where only its own level would follow, except where it is already', () => {
    const grids = [line('grid-1', 'grid'), line('grid-2', 'grid')]
    expect(shown(targetLines('move', compound, grids))).toEqual([['grid-2', false]])
  })

  it('ends at an empty place', () => {
    const empty = line('spring', 'community', false)
    expect(shown(targetLines('move', building, [empty]))).toEqual([['spring', false]])
  })

  it('shows neither the node itself nor others as narrow as it is', () => {
    const lines = [line('east', 'compound'), line('west', 'compound'), line('east-1', 'building', false)]
    expect(targetLines('move', compound, lines)).toEqual([])
  })

  it('is any wider place but the one that it lies in', () => {
    expect(canMoveTo(compound, { id: 'spring', level: 'community' })).toBe(true)
    expect(canMoveTo(compound, { id: 'grid-1', level: 'grid' })).toBe(false)
    expect(canMoveTo(compound, { id: 'west', level: 'compound' })).toBe(false)
  })
})

describe('what a node can be merged into', () => {
  it('is any other of its level', () => {
    const lines = [line('east', 'compound'), line('west', 'compound')]
    expect(shown(targetLines('merge', compound, lines))).toEqual([['west', false]])
  })

  it('is looked for through wider places that hold something', () => {
    const lines = [line('grid-1', 'grid'), line('grid-2', 'grid', false)]
    expect(shown(targetLines('merge', compound, lines))).toEqual([['grid-1', true]])
  })

  it('is nothing narrower', () => {
    expect(targetLines('merge', compound, [line('east-1', 'building')])).toEqual([])
  })
})

describe('whether a node can go anywhere', () => {
  const spring = { id: 'spring', level: 'community' } as const
  const street = { id: 'street', level: 'street' } as const

  it('is not for the widest of one’s own places', () => {
    expect(mayGo('move', spring, [spring])).toBe(false)
    expect(mayGo('merge', spring, [spring])).toBe(false)
  })

  it('is for whatever lies below it', () => {
    expect(mayGo('move', compound, [spring])).toBe(true)
    expect(mayGo('merge', compound, [spring])).toBe(true)
    expect(mayGo('move', spring, [spring, street])).toBe(true)
  })

  it('is into another of one’s own places that is as wide, but not below it', () => {
    const summer = { id: 'summer', level: 'community' } as const
    expect(mayGo('merge', spring, [spring, summer])).toBe(true)
    expect(mayGo('move', spring, [spring, summer])).toBe(false)
  })
})
