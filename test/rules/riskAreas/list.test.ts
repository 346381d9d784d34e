import type { RiskArea } from '@contract/riskLevels'
import { changedAreas } from '@kernel/assessment/listChanges'
import type { SaidArea } from '../../../cloudfunctions/riskAreas/areaRules'
import { changesOf } from '../../../cloudfunctions/riskAreas/changeRules'
import { listAfterEdits, listWith, withoutRepetition } from '../../../cloudfunctions/riskAreas/listRules'

const today = '2022-05-20'

const area = (changes: Partial<RiskArea> = {}): RiskArea => ({
  region: '510104',
  name: '',
  level: 'high',
  from: '2022-05-10',
  until: null,
  ...changes,
})

const said = (changes: Partial<SaidArea> = {}): SaidArea => ({ line: 1, ...area(), ...changes })

const partly = (base: RiskArea[], table: SaidArea[]) => listWith(base, table, { whole: false, today })
const wholly = (base: RiskArea[], table: SaidArea[]) => listWith(base, table, { whole: true, today })

describe('an area twice in a table', () => {
  it('with the same content is there once', () => {
    const { areas, faults } = withoutRepetition([said(), said({ line: 2 })])
    expect(areas).toHaveLength(1)
    expect(faults).toEqual([])
  })

  it('at different levels on one day is a fault that names the earlier line', () => {
    const { areas, faults } = withoutRepetition([said(), said({ line: 7, level: 'low' })])
    expect(areas).toHaveLength(1)
    expect(faults).toEqual([
      { line: 7, column: 'region', fault: 'repeated', text: '', other: 1, suggestions: [] },
    ])
  })

  it('at one level after another is no fault', () => {
    const { areas, faults } = withoutRepetition([
      said({ until: '2022-05-14' }),
      said({ line: 2, level: 'low', from: '2022-05-15' }),
    ])
    expect(areas).toHaveLength(2)
    expect(faults).toEqual([])
  })

  it('is a fault where a line does not say since when', () => {
    expect(
      withoutRepetition([said({ until: '2022-05-14' }), said({ line: 2, from: null, level: 'low' })]).faults,
    ).toHaveLength(1)
  })

  it('is no fault where the names differ', () => {
    expect(withoutRepetition([said(), said({ name: '示例小区', level: 'low' })]).faults).toEqual([])
  })
})

describe('a table that adds to the list in force', () => {
  it('leaves other areas as they are', () => {
    const other = area({ region: '510105' })
    expect(partly([other], [said()])).toEqual([area(), other])
  })

  it('keeps since when an area has its level where the table does not say', () => {
    expect(partly([area()], [said({ from: null })])).toEqual([area()])
  })

  it('has a new area at risk from today where the table does not say', () => {
    expect(partly([], [said({ from: null })])).toEqual([area({ from: today })])
  })

  it('keeps what an area was before it was raised', () => {
    expect(partly([area({ level: 'medium' })], [said({ from: '2022-05-18' })])).toEqual([
      area({ level: 'medium', until: '2022-05-17' }),
      area({ from: '2022-05-18' }),
    ])
  })

  it('keeps what an area was before it was lowered today', () => {
    expect(partly([area()], [said({ level: 'low', from: null })])).toEqual([
      area({ until: '2022-05-19' }),
      area({ level: 'low', from: today }),
    ])
  })

  it('replaces a level that the area never had', () => {
    expect(partly([area({ level: 'medium' })], [said({ from: '2022-05-10' })])).toEqual([area()])
  })

  it.each(['2022-05-08', '2022-05-12'])('corrects the first day of the same level to %s', (from) => {
    expect(partly([area()], [said({ from })])).toEqual([area({ from })])
  })

  it('says when an area was over', () => {
    expect(partly([area()], [said({ until: '2022-05-19' })])).toEqual([area({ until: '2022-05-19' })])
  })

  it('has an area at risk for a second time', () => {
    const first = area({ from: '2022-04-01', until: '2022-04-10' })
    expect(partly([first], [said({ from: '2022-05-19' })])).toEqual([first, area({ from: '2022-05-19' })])
  })
})

describe('a table that is the whole list', () => {
  it('has an area that it leaves out at risk until today', () => {
    expect(wholly([area(), area({ region: '510105' })], [said()])).toEqual([
      area(),
      area({ region: '510105', until: today }),
    ])
  })

  it('leaves an area that was over before as it was', () => {
    const over = area({ until: '2022-05-12' })
    expect(wholly([over], [said({ region: '510105' })])).toContainEqual(over)
  })

  it('forgets what no stay reaches back to', () => {
    const over = area({ from: '2022-01-01', until: '2022-03-01' })
    expect(wholly([over], [said({ region: '510105' })])).not.toContainEqual(over)
  })

  it('forgets what was to begin later', () => {
    expect(wholly([area({ from: '2022-05-21' })], [said({ region: '510105' })])).toHaveLength(1)
  })

  it('is the same list whatever the order of its lines', () => {
    const table = [said(), said({ region: '510105' }), said({ name: '示例小区', level: 'medium' })]
    expect(wholly([], table)).toEqual(wholly([], [...table].reverse()))
  })
})

describe('an edit', () => {
  const edit = { region: '510104', name: '', level: 'medium', from: '2022-05-18', until: null } as const

  it('says what an area is from a day on', () => {
    expect(listAfterEdits([area()], [edit], today)).toEqual([
      area({ until: '2022-05-17' }),
      area({ level: 'medium', from: '2022-05-18' }),
    ])
  })

  it('takes an area from the list with all that it was', () => {
    const base = [area({ until: '2022-05-17' }), area({ level: 'medium', from: '2022-05-18' })]
    expect(listAfterEdits(base, [{ ...edit, level: null }], today)).toEqual([])
  })
})

describe('what a list changes', () => {
  const changes = (before: RiskArea[], after: RiskArea[]) => {
    const { same, ...kinds } = changesOf(before, after, today, (region) => `names of ${region}`)
    const counted = Object.entries(kinds).filter(([, { total }]) => total > 0)
    return { ...Object.fromEntries(counted.map(([kind, { total }]) => [kind, total])), same }
  }

  it('is an area that is new', () => {
    expect(changes([], [area()])).toEqual({ added: 1, same: 0 })
  })

  it('is an area that is gone', () => {
    expect(changes([area()], [])).toEqual({ removed: 1, same: 0 })
  })

  it('is an area that is over today', () => {
    expect(changes([area()], [area({ until: today })])).toEqual({ removed: 1, same: 0 })
  })

  it('is an area that is raised, whatever is kept of what it was', () => {
    const after = [area({ level: 'medium', until: '2022-05-17' }), area({ from: '2022-05-18' })]
    expect(changes([area({ level: 'medium' })], after)).toEqual({ raised: 1, same: 0 })
  })

  it('is an area that is lowered', () => {
    expect(changes([area()], [area({ level: 'low' })])).toEqual({ lowered: 1, same: 0 })
  })

  it('is an area on other days', () => {
    expect(changes([area()], [area({ until: '2022-05-30' })])).toEqual({ dated: 1, same: 0 })
  })

  it('is an area that is at risk again', () => {
    const over = area({ until: '2022-05-12' })
    expect(changes([over], [over, area({ from: '2022-05-19' })])).toEqual({ added: 1, same: 0 })
  })

  it('is nothing where an area is at risk as it was', () => {
    expect(changes([area()], [area()])).toEqual({ same: 1 })
  })

  it('is nothing where what was long over is forgotten', () => {
    expect(changes([area({ until: '2022-01-10' })], [])).toEqual({ same: 0 })
  })

  it('is shown with names, a hundred of each kind, and counted', () => {
    const many = Array.from({ length: 130 }, (_, n) => area({ name: `示例${n}号院` }))
    const { added } = changesOf([], many, today, (region) => `names of ${region}`)
    expect(added.total).toBe(130)
    expect(added.shown).toHaveLength(100)
    expect(added.shown[0]).toEqual({ ...many[0], names: 'names of 510104' })
  })
})

describe('areas to look at again', () => {
  it('are those of which a line differs, as they were and as they are', () => {
    const other = area({ region: '510105' })
    const [before, after] = [area({ level: 'medium' }), area()]
    expect(changedAreas([before, other], [after, other]).areas).toEqual([before, after])
  })

  it('are none where two lists say the same in another order', () => {
    const other = area({ region: '510105' })
    expect(changedAreas([area(), other], [other, area()]).areas).toEqual([])
  })
})
