import { tidy } from '@kernel/spreadsheet/tidy'
import { findHeader } from '../../../cloudfunctions/placeImport/headerRules'
import { readLines, type Root } from '../../../cloudfunctions/placeImport/lineRules'
import { keyOf } from '../../../cloudfunctions/placeImport/placeTextRules'

describe('a header is found', () => {
  const columnsOf = (...row: string[]) => [...(findHeader([row])?.header.keys() ?? [])]

  it.each([
    ['区', '街道', '社区', '网格', '小区', '楼栋', '单元', '户', '编号'],
    ['所属区县', '所属街道', '所属社区', '所在网格', '小区名称', '楼栋号', '单元号', '房号', '编码'],
    ['市辖区', '镇（街道）', '村（社区）', '网格名称', '小区/院落', '幢', ' 单元 ', '门牌号', '地点编号'],
    ['行政区*', '街道（乡镇）', '社区名称(必填)', '网格名', '住宅小区', '楼号', '单元', '室号', '代码'],
  ])('in the words %s %s %s ...', (...row) => {
    expect(columnsOf(...row)).toEqual([
      'district',
      'street',
      'community',
      'grid',
      'compound',
      'building',
      'unit',
      'household',
      'code',
    ])
  })

  it('in any order, among columns that say something else', () => {
    expect(columnsOf('序号', '楼栋', '联系电话', '小区', '网格编号')).toEqual(['building', 'compound'])
  })

  it('below a title', () => {
    const sheet = [
      ['2026 年小区台账', ''],
      ['', ''],
      ['社区', '小区'],
      ['春晓', '东苑'],
    ]
    expect(findHeader(sheet)).toEqual({
      header: new Map([
        ['community', 0],
        ['compound', 1],
      ]),
      row: 2,
    })
  })

  it('when one column stands alone', () => {
    expect(findHeader([['小区'], ['东苑']])?.row).toBe(0)
  })

  it('counting the first of two columns of one name', () => {
    expect(findHeader([['小区', '小区名称']])?.header.get('compound')).toBe(0)
  })

  it.each([[['东苑', '西苑']], [['编号', '姓名']], [[]]])('in no line that names no level: %j', (row) => {
    expect(findHeader([row])).toBeNull()
  })
})

describe('a name', () => {
  it.each([
    ['　１２ 号楼 ', '12 号楼'],
    ['Ａ座', 'A座'],
    ['东苑\u200b', '东苑'],
    ['东苑\n一期', '东苑 一期'],
    ['东苑（一期）', '东苑（一期）'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(tidy(typed)).toBe(kept)
  })

  it.each([
    ['1 号楼', '１号楼'],
    ['东苑（一期）', '东苑(一期)'],
    ['a座', 'A座'],
    ['Ⅱ期', 'II期'],
  ])('%s is the same as %s', (one, other) => {
    expect(keyOf(tidy(one))).toBe(keyOf(tidy(other)))
  })

  it('is another when a character is another', () => {
    expect(keyOf('1号楼')).not.toBe(keyOf('1栋'))
  })
})

const street: Root = { level: 'street', names: { street: '青禾街道' } }

const read = (table: string[][], root = street) => {
  const { header, row } = findHeader(table)!
  const lines = readLines(table, header, row, root)
  if (lines === 'tooLong') throw new Error('too long')
  return lines
}

/** What is wrong with a single line, told as `column fault`. */
const faultOf = (header: string[], line: string[], root = street) => {
  const { faults } = read([header, line, header.map((_, n) => `甲${n}`)], root)
  const [first] = faults.filter(({ line: at }) => at === 2)
  return first && `${first.column} ${first.fault}`
}

const header = ['社区', '网格', '小区', '楼栋', '编号']

describe('a line', () => {
  it('names its place from below the root', () => {
    expect(read([header, ['春晓', '一格', '东苑', '1号楼', 'B1']]).lines).toEqual([
      {
        line: 2,
        names: [
          { level: 'community', name: '春晓' },
          { level: 'grid', name: '一格' },
          { level: 'compound', name: '东苑' },
          { level: 'building', name: '1号楼' },
        ],
        code: 'B1',
      },
    ])
  })

  it('may end at any level', () => {
    expect(read([header, ['春晓', '', '', '', '']]).lines).toMatchObject([
      { names: [{ level: 'community', name: '春晓' }] },
    ])
  })

  it.each(['无', '-', '—', '/', '没有'])('says %s where there is no such level', (none) => {
    expect(read([header, ['春晓', none, '东苑', '', '']]).lines[0]?.names.map(({ level }) => level)).toEqual([
      'community',
      'compound',
    ])
  })

  it('need not fill a column that no line fills', () => {
    const { lines, faults, levels } = read([header, ['春晓', '', '东苑', '', '']])
    expect([lines.length, faults, levels]).toEqual([1, [], ['community', 'compound']])
  })

  it.each([
    ['blank', ['', '', '', '', '']],
    ['a sum', ['合计', '', '', '765', '']],
  ])('that is %s is passed over', (_what, line) => {
    expect(read([header, line, ['春晓', '一格', '东苑', '', '']])).toMatchObject({
      lines: [{ line: 3 }],
      faults: [],
    })
  })

  it('is counted as the spreadsheet counts, titles and blank lines included', () => {
    expect(read([['台账'], header, ['', ''], ['春晓']]).lines[0]?.line).toBe(4)
  })

  it('may repeat the place that is imported into, and what is above it', () => {
    const root: Root = { level: 'community', names: { street: '青禾街道', community: '春晓社区' } }
    const table = [
      ['区', '街道', '社区', '小区'],
      ['锦江区', '青禾街道 ', '春晓社区', '东苑'],
      ['', '', '', '西苑'],
    ]
    expect(read(table, root)).toMatchObject({ lines: [{ line: 2 }, { line: 3 }], faults: [] })
  })

  it.each<[fault: string, line: string[]]>([
    ['community gap', ['', '', '东苑', '', '']],
    ['grid gap', ['春晓', '', '东苑', '', '']],
    ['code nameless', ['', '', '', '', 'B1']],
    ['building date', ['春晓', '一格', '东苑', '2026-01-02', '']],
    ['building date', ['春晓', '一格', '东苑', '1月2日', '']],
    ['building date', ['春晓', '一格', '东苑', '2-Jan', '']],
    ['compound errorValue', ['春晓', '一格', '#REF!', '', '']],
    ['code errorValue', ['春晓', '一格', '东苑', '', '#N/A']],
    ['compound name', ['春晓', '一格', '东'.repeat(41), '', '']],
    ['compound name', ['春晓', '一格', '东\u0007苑', '', '']],
    ['code code', ['春晓', '一格', '东苑', '', '5.1E+17']],
    ['code code', ['春晓', '一格', '东苑', '', '一号']],
  ])('is bad: %s', (fault, line) => {
    expect(faultOf(header, line)).toBe(fault)
  })

  it('is bad when it names nothing below the place that is imported into', () => {
    expect(faultOf(['街道', '社区'], ['青禾街道', ''], { ...street, names: {} })).toBe('street above')
    expect(faultOf(['街道', '社区'], ['', '无'])).toBe('community above')
  })

  it('is bad when it is of another place', () => {
    expect(faultOf(['街道', '社区'], ['白鹭街道', '春晓'])).toBe('street elsewhere')
  })

  it('says what stands in the bad cell', () => {
    expect(read([header, ['春晓', '一格', '东苑', '', '五号！']]).faults).toEqual([
      { line: 2, column: 'code', fault: 'code', text: '五号！', other: null },
    ])
  })
})

describe('a sheet', () => {
  it('may have 20,000 lines and not one more', () => {
    const table = (count: number) => [['小区'], ...Array.from({ length: count }, (_, n) => [`${n}号院`])]
    const { header: found } = findHeader(table(1))!
    expect(readLines(table(20_000), found, 0, street)).toMatchObject({ faults: [] })
    expect(readLines(table(20_001), found, 0, street)).toBe('tooLong')
  })
})
