import { lineFaults, type ImportPlan } from '@contract/placeImport'
import { changesIn, faultLine, sectionsOf } from '@/staff/placeImport/planWords'
import { staffWords } from '@/words/staff'

const none = { total: 0, shown: [] }
const plan = (changes: Partial<ImportPlan>): ImportPlan => ({
  lines: 9,
  columns: ['compound'],
  added: none,
  addedAt: {},
  renamed: none,
  moved: none,
  numbered: none,
  same: 0,
  faults: none,
  digest: '',
  ...changes,
})

describe('what an import would do, in words', () => {
  it('is nothing where nothing changes', () => {
    expect(sectionsOf(plan({ same: 9 }), '青禾街道')).toEqual([])
    expect(changesIn(plan({ same: 9 }))).toBe(0)
  })

  it('counts what is added by level, the widest first', () => {
    const added = { total: 833, shown: [] }
    const [section] = sectionsOf(plan({ added, addedAt: { compound: 765, community: 68 } }), '青禾街道')
    expect(section).toMatchObject({ title: '增加 833 处', hint: '社区 68、小区 765' })
  })

  it('names a place with those above it', () => {
    const shown = [{ line: 2, level: 'compound' as const, names: ['春晓社区', '东苑'], code: 'E1' }]
    const [section] = sectionsOf(plan({ added: { total: 1, shown } }), '青禾街道')
    expect(section?.lines).toEqual([{ line: 2, what: '春晓社区 东苑', how: '编号 E1' }])
  })

  it('says where something is moved, also directly below the place that is imported into', () => {
    const moved = (to: string[]) => ({ line: 2, level: 'compound' as const, names: ['春晓社区', '东苑'], to })
    const [section] = sectionsOf(
      plan({ moved: { total: 2, shown: [moved(['夏荷社区']), moved([])] } }),
      '青禾街道',
    )
    expect(section?.lines.map(({ how }) => how)).toEqual(['移到 夏荷社区', '移到 青禾街道'])
  })

  it('begins with what changes what is there', () => {
    const some = { total: 1, shown: [] }
    const all = sectionsOf(plan({ added: some, renamed: some, moved: some, numbered: some }), '青禾街道')
    expect(all.map(({ key }) => key)).toEqual(['renamed', 'moved', 'added', 'numbered'])
    expect(changesIn(plan({ added: some, renamed: some, moved: some, numbered: some }))).toBe(4)
  })
})

describe('a bad line, in words', () => {
  const fault = { line: 12, column: 'compound', fault: 'name', text: '', other: null } as const

  it('is told by line and column, and how it should be', () => {
    expect(faultLine(fault)).toEqual({
      line: 12,
      what: '第 12 行 小区',
      how: staffWords.placeImport.fault.name,
    })
  })

  it('says what stands there, and which line it does not go with', () => {
    expect(
      faultLine({ ...fault, column: 'code', fault: 'codeRepeated', text: 'E1', other: 7 }),
    ).toMatchObject({
      what: '第 12 行 编号：“E1”',
      how: `${staffWords.placeImport.fault.codeRepeated}（见第 7 行）`,
    })
  })

  it('has a sentence for each fault', () => {
    expect(lineFaults.filter((name) => !staffWords.placeImport.fault[name])).toEqual([])
  })
})
