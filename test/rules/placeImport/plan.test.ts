import fc from 'fast-check'
import type { Level } from '@contract/roles'
import { digestOf } from '../../../cloudfunctions/placeImport/digestOf'
import { findHeader } from '../../../cloudfunctions/placeImport/headerRules'
import { readLines } from '../../../cloudfunctions/placeImport/lineRules'
import type { TreePlace } from '../../../cloudfunctions/placeImport/matchRules'
import { outlineOf } from '../../../cloudfunctions/placeImport/outlineRules'
import { afterRename, planOf, type Change } from '../../../cloudfunctions/placeImport/planRules'

const root: TreePlace = {
  _id: 'S',
  level: 'street',
  name: '青禾',
  names: ['青禾'],
  code: '',
  parent: null,
  listedUnder: '',
  order: 0,
  at: { street: 'S' },
}

const node = (
  above: TreePlace,
  level: Level,
  _id: string,
  name: string,
  more: Partial<TreePlace> = {},
): TreePlace => ({
  _id,
  level,
  name,
  names: [...above.names, name],
  code: '',
  parent: above._id,
  listedUnder: level === 'grid' ? null : above.level === 'grid' ? above.parent : above._id,
  order: 0,
  at: { ...above.at, [level]: _id },
  ...more,
})

// 青禾: 春晓 has two grids, with a compound each; 夏荷 has none.
const spring = node(root, 'community', 'C1', '春晓', { code: '01' })
const summer = node(root, 'community', 'C2', '夏荷', { order: 1, code: '02' })
const first = node(spring, 'grid', 'G1', '一格')
const second = node(spring, 'grid', 'G2', '二格', { order: 1 })
const east = node(first, 'compound', 'E', '东苑', { code: 'E1' })
const west = node(second, 'compound', 'W', '西苑', { order: 1 })
const one = node(east, 'building', 'B1', '1号楼')
const tree = [spring, summer, first, second, east, west, one]

function plan(table: string[][], nodes: readonly TreePlace[] = tree, file = 'new') {
  const { header, row } = findHeader(table)!
  const lines = readLines(table, header, row, { level: 'street', names: { street: '青禾' } })
  if (lines === 'tooLong') throw new Error('too long')
  expect(lines.faults).toEqual([])
  const ground = {
    root,
    tree: nodes.filter(({ level }) => lines.levels.includes(level)),
    sheetLevels: lines.levels,
  }
  return planOf(outlineOf(lines.lines), { ...ground, idFrom: (text) => `${file}(${text})` })
}

const told = (change: Change): string => {
  if (change.kind === 'add') return `add ${change.place.name} below ${change.parent} at ${change.order}`
  if (change.kind === 'move') return `move ${change.id} below ${change.parent}`
  const { name, code } = afterRename(change)
  return `rename ${change.id} to ${name} ${code}`.trimEnd()
}
const changes = (...args: Parameters<typeof plan>) => plan(...args).changes.map(told)
const faults = (...args: Parameters<typeof plan>) =>
  plan(...args).faults.map(({ line, column, fault, other }) =>
    `${line} ${column} ${fault} ${other ?? ''}`.trimEnd(),
  )

const header = ['社区', '网格', '小区', '楼栋', '编号']

describe('a plan', () => {
  it('is empty for what is there, however it is written', () => {
    const table = [header, ['春晓', '一格', '东苑', '１ 号楼', ''], ['夏 荷', '', '', '', '02']]
    expect(plan(table)).toEqual({ changes: [], faults: [], same: 5 })
  })

  it('adds what is not there, those above before those below, at the end of their lists', () => {
    expect(
      changes([header, ['夏荷', '三格', '南苑', '1号楼', ''], ['春晓', '二格', '北苑', '', '']]),
    ).toEqual([
      'add 三格 below C2 at 0',
      'add 南苑 below new(C2 grid 三格) at 0',
      'add 北苑 below G2 at 2',
      'add 1号楼 below new(new(C2 grid 三格) compound 南苑) at 0',
    ])
  })

  it('removes nothing that the sheet leaves out', () => {
    expect(plan([['社区'], ['春晓']])).toEqual({ changes: [], faults: [], same: 1 })
  })

  it('names each place once, however many lines name it', () => {
    const table = [header, ['秋实', '', '', '', ''], ['秋实', '', '', '', ''], ['秋 实', '一格', '', '', '']]
    expect(changes(table)).toEqual(['add 秋实 below S at 2', 'add 一格 below new(S community 秋实) at 0'])
  })

  it('renames what has the number and another name', () => {
    expect(changes([header, ['春晓', '一格', '东方花园', '', 'E1']])).toEqual(['rename E to 东方花园 E1'])
  })

  it('knows what lies below the new name', () => {
    const table = [header, ['春晓', '一格', '东方花园', '', 'E1'], ['春晓', '一格', '东方花园', '1号楼', '']]
    expect(changes(table)).toEqual(['rename E to 东方花园 E1'])
  })

  it('moves what has the number and lies elsewhere, with all that is below it', () => {
    const table = [header, ['春晓', '二格', '东苑', '', 'E1'], ['春晓', '二格', '东苑', '1号楼', '']]
    expect(changes(table)).toEqual(['move E below G2'])
  })

  it('renames, adds and moves in this order', () => {
    expect(changes([header, ['夏荷', '三格', '东园', '', 'E1']])).toEqual([
      'rename E to 东园 E1',
      'add 三格 below C2 at 0',
      'move E below new(C2 grid 三格)',
    ])
  })

  it('gives a number to what has none, and takes none away', () => {
    expect(changes([header, ['春晓', '二格', '西苑', '', 'W1']])).toEqual(['rename W to 西苑 W1'])
    expect(changes([header, ['春晓', '一格', '东苑', '', '']])).toEqual([])
  })

  it('adds what has the name of something that another line renames', () => {
    const table = [header, ['春晓', '一格', '东方花园', '', 'E1'], ['春晓', '一格', '东苑', '', '']]
    expect(changes(table)).toEqual(['rename E to 东方花园 E1', 'add 东苑 below G1 at 2'])
  })

  it('leaves a compound in its grid where the sheet leaves out the grids', () => {
    const table = [
      ['社区', '小区', '编号'],
      ['春晓', '东苑', 'E1'],
      ['春晓', '西苑', ''],
      ['春晓', '北苑', ''],
    ]
    expect(changes(table)).toEqual(['add 北苑 below C1 at 2'])
  })

  it('knows a number by its level', () => {
    expect(changes([header, ['春晓', '一格', '东苑', '2号楼', 'E1']])).toEqual(['add 2号楼 below E at 1'])
  })
})

describe('a line is bad', () => {
  it.each<[what: string, expected: string[], lines: string[][]]>([
    [
      'two places with one number',
      ['3 code codeRepeated 2'],
      [
        ['春晓', '一格', '甲', '', 'X'],
        ['春晓', '一格', '乙', '', 'X'],
      ],
    ],
    [
      'one number below two nodes',
      ['3 code twoParents 2'],
      [
        ['春晓', '一格', '甲', '', 'X'],
        ['夏荷', '无', '甲', '', 'X'],
      ],
    ],
    [
      'one place with two numbers',
      ['3 code twoCodes 2'],
      [
        ['春晓', '一格', '甲', '', 'X'],
        ['春晓', '一格', '甲', '', 'Y'],
      ],
    ],
    ['a place that has another number', ['2 code otherCode'], [['春晓', '一格', '东苑', '', 'E9']]],
    [
      'two new places of one name in one community, in different grids',
      ['2 compound nameTaken', '3 compound nameTaken'],
      [
        ['春晓', '一格', '甲', '', ''],
        ['春晓', '二格', '甲', '', ''],
      ],
    ],
    ['the name of a compound in another grid', ['2 compound nameTaken'], [['春晓', '二格', '东苑', '', '']]],
    ['a new name that another has', ['2 compound nameTaken'], [['春晓', '一格', '西苑', '', 'E1']]],
  ])('%s', (_what, expected, lines) => {
    expect(faults([header, ...lines])).toEqual(expected)
  })

  it('a number that two nodes have', () => {
    const twice = [...tree, node(second, 'compound', 'E2', '东园', { code: 'E1', order: 2 })]
    expect(faults([header, ['春晓', '一格', '东苑', '', 'E1']], twice)).toEqual(['2 code codeAmbiguous'])
  })

  it('a name that two nodes have, where the sheet leaves out what is between', () => {
    const other = node(west, 'building', 'B2', '1号楼')
    expect(
      faults(
        [
          ['社区', '楼栋'],
          ['春晓', '1号楼'],
        ],
        [...tree, other],
      ),
    ).toEqual(['2 building nameAmbiguous'])
  })

  it('two that exchange their names', () => {
    const numbered = tree.map((one) => (one === west ? { ...west, code: 'W1' } : one))
    expect(
      faults([header, ['春晓', '一格', '西苑', '', 'E1'], ['春晓', '二格', '东苑', '', 'W1']], numbered),
    ).toEqual(['2 compound nameTaken', '3 compound nameTaken'])
  })
})

/** The tree after a plan, as far as plans look at it. */
function after(nodes: readonly TreePlace[], made: readonly Change[]): TreePlace[] {
  const byId = new Map([root, ...nodes].map((one) => [one._id, one]))
  for (const change of made) {
    if (change.kind === 'add') {
      const { place, id, parent, order } = change
      byId.set(id, node(byId.get(parent)!, place.level, id, place.name, { code: place.code, order }))
    } else if (change.kind === 'rename')
      byId.set(change.id, { ...byId.get(change.id)!, ...afterRename(change) })
    else {
      const { level, name, code, order } = byId.get(change.id)!
      byId.set(change.id, node(byId.get(change.parent)!, level, change.id, name, { code, order }))
    }
  }
  byId.delete(root._id)
  return [...byId.values()]
}

describe('whatever a sheet says', () => {
  const cell = (prefix: string, blank: boolean) =>
    fc.constantFrom(...(blank ? ['', '无'] : []), ...['甲', '乙', '丙'].map((name) => `${prefix}${name}`))
  const line = fc
    .record({
      community: cell('社', false),
      grid: cell('格', true),
      compound: cell('苑', true),
      code: fc.constantFrom('', '', 'X', 'Y', 'Z'),
    })
    .map(({ community, grid, compound, code }) => [
      community,
      grid === '' && compound !== '' ? '无' : grid,
      compound,
      '',
      code,
    ])

  it('what is left half-way is the rest of the plan, known by the digest that was told', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (before, lines, cut) => {
          const grown = plan([header, ...before], [], 'earlier')
          fc.pre(grown.faults.length === 0)
          const ground = after([], grown.changes)
          const table = [header, ...lines]
          const wanted = plan(table, ground)
          fc.pre(wanted.faults.length === 0)
          const done = wanted.changes.length === 0 ? 0 : cut % (wanted.changes.length + 1)
          const halfWay = after(ground, wanted.changes.slice(0, done))
          const rest = plan(table, halfWay).changes
          expect(rest.map(told)).toEqual(wanted.changes.slice(done).map(told))
          expect(digestOf(rest)).toBe(digestOf(wanted.changes.slice(done)))
        },
      ),
      { numRuns: 300 },
    )
  })
})
