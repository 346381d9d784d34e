import { randomUUID } from 'node:crypto'
import { incomingPath } from '@contract/pictures'
import { SHEET_BYTES } from '@contract/placeImport'
import { fileIdOf } from '../../local/files/cloudPath'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { csvOf, importing, manyCompounds, uploaded, xlsxOf } from './support/sheets'

const community = {} as Community
beforeAll(async () => {
  Object.assign(community, await openCommunity())
})
afterAll(() => community.close())

const street = () => importing(community, 'administrator', 'qinghe')

const namesBelow = async (under: string, openid = 'resident-1') =>
  answered(await community.as(openid).places.list({ under })).map(({ name }) => name)

const idOf = async (under: string, name: string) => {
  const lines = answered(await community.as('administrator').places.below({ place: under }))
  return lines.find((line) => line.name === name)!.id
}

describe('an import', () => {
  it('shows what it would add before it adds anything', async () => {
    const plan = await street().plan([
      ['社区', '网格', '小区', '楼栋', '编号'],
      ['春晓社区', '第一网格', '春晓新苑', '1号楼', 'B1'],
      ['春晓社区', '第一网格', '春晓新苑', '2号楼', 'B2'],
      ['春晓社区', '第一网格', '春晓东苑', '1号楼', ''],
    ])
    expect(plan).toMatchObject({
      lines: 3,
      columns: ['community', 'grid', 'compound', 'building', 'code'],
      addedAt: { compound: 1, building: 2 },
      added: { total: 3 },
      same: 4,
      faults: { total: 0 },
    })
    expect(plan.added.shown.map(({ line, names, code }) => [line, names.join(' '), code])).toEqual([
      [2, '春晓社区 第一网格 春晓新苑', ''],
      [2, '春晓社区 第一网格 春晓新苑 1号楼', 'B1'],
      [3, '春晓社区 第一网格 春晓新苑 2号楼', 'B2'],
    ])
    expect(await namesBelow('qinghe-1')).not.toContain('春晓新苑')
  })

  it('adds places that residents find, with whom to call there', async () => {
    await street().run([
      ['社区', '网格', '小区', '楼栋'],
      ['夏荷社区', '第二网格', '夏荷新苑', '1号楼'],
      ['夏荷社区', '第二网格', '夏荷新苑', '2号楼'],
    ])
    expect((await namesBelow('qinghe-2')).at(-1)).toBe('夏荷新苑')
    const id = await idOf('qinghe-2-2', '夏荷新苑')
    expect(id).toMatch(/^[A-Za-z0-9-]{1,32}$/)
    expect(await namesBelow(id)).toEqual(['1号楼', '2号楼'])
    const shown = answered(await community.as('resident-1').places.show({ place: id }))
    expect(shown).toMatchObject({ names: ['青禾街道', '夏荷社区', '夏荷新苑'], contact: { name: '柏秋分' } })
    expect(shown.path).toEqual(['qinghe', 'qinghe-2', 'qinghe-2-2', id])
  })

  it('opens the nodes above what it adds, and only those', async () => {
    await street().run([
      ['社区', '网格', '小区', '楼栋', '单元'],
      ['冬青社区', '第九网格', '', '', ''],
      ['冬青社区', '第一网格', '冬青东苑', '1号楼', '1单元'],
      ['新社区', '一格', '新苑', '', ''],
    ])
    const lineOf = async (under: string, name: string) =>
      answered(await community.as('administrator').places.below({ place: under })).find(
        (line) => line.name === name,
      )
    expect(await lineOf('qinghe-4', '第九网格')).toMatchObject({ more: false })
    expect(await lineOf('qinghe-4-1-1', '1 号楼')).toMatchObject({ more: true })
    expect(await lineOf('qinghe-4-1-1', '2 号楼')).toMatchObject({ more: false })
    const listed = answered(await community.as('resident-1').places.list({ under: 'qinghe' }))
    expect(listed.find(({ name }) => name === '新社区')).toMatchObject({ more: true })
  })

  it('of the same file again changes nothing', async () => {
    const table = [
      ['社区', '小区', '楼栋', '编号'],
      ['秋实社区', '秋实新苑', '', 'X1'],
      ['秋实社区', '秋实新苑', '甲座', 'X2'],
    ]
    expect(await street().run(table)).toBe(2)
    expect(await street().plan(table)).toMatchObject({ added: { total: 0 }, same: 3 })
    expect(await street().run(table)).toBe(0)
  })

  it('adds places once when the call is sent twice at the same moment', async () => {
    const plan = await street().plan([
      ['社区', '小区'],
      ['双溪社区', '双溪苑'],
    ])
    const { apply } = community.as('administrator').placeImport
    const answers = await Promise.all([1, 2].map(() => apply({ place: 'qinghe', ...only(plan) })))
    expect(answers.some(({ ok }) => ok)).toBe(true)
    expect((await namesBelow('qinghe')).filter((name) => name === '双溪社区')).toHaveLength(1)
  })

  it('renames and moves by number, and residents see it', async () => {
    const table = (compound: string, grid: string) => [
      ['社区', '网格', '小区', '编号'],
      ['望江社区', grid, compound, 'W1'],
    ]
    await street().run(table('望江新苑', '第一网格'))
    const id = await idOf('qinghe-5-1', '望江新苑')
    const plan = await street().plan(table('望江花园', '第二网格'))
    expect(plan).toMatchObject({
      added: { total: 0 },
      renamed: {
        total: 1,
        shown: [{ line: 2, names: ['望江社区', '第一网格', '望江新苑'], to: '望江花园' }],
      },
      moved: { total: 1, shown: [{ line: 2, to: ['望江社区', '第二网格'] }] },
    })
    expect(await street().apply(plan)).toBe(2)
    expect(await idOf('qinghe-5-2', '望江花园')).toBe(id)
    expect(await namesBelow('qinghe-5')).toContain('望江花园')
    expect(await street().run(table('望江花园', '第二网格'))).toBe(0)
  })

  it('gives numbers to places that have none', async () => {
    const table = [
      ['社区', '小区', '编号'],
      ['听雨社区', '听雨东苑', 'T1'],
    ]
    const plan = await street().plan(table)
    expect(plan.numbered).toEqual({
      total: 1,
      shown: [{ line: 2, level: 'compound', names: ['听雨社区', '第一网格', '听雨东苑'], code: 'T1' }],
    })
    await street().apply(plan)
    expect(
      answered(await community.as('administrator').places.node({ place: 'qinghe-6-1-1' })),
    ).toMatchObject({
      code: 'T1',
      name: '听雨东苑',
    })
  })

  it('reads XLSX', async () => {
    const bytes = await xlsxOf([['青禾街道小区台账'], ['社区', '小区'], ['松风社区', '松风新苑']])
    const file = await uploaded(community, 'administrator', bytes)
    const plan = await street().check(file)
    expect(plan.added.shown).toEqual([
      { line: 3, level: 'compound', names: ['松风社区', '松风新苑'], code: '' },
    ])
    expect(await street().apply({ ...plan, file })).toBe(1)
  })

  it('is answered the same when the last call is sent again, also when the file is gone', async () => {
    const plan = await street().plan([
      ['社区', '小区'],
      ['松风社区', '松风北苑'],
    ])
    const apply = (asked: { file: string; digest: string }) =>
      community.as('administrator').placeImport.apply({ place: 'qinghe', ...asked })
    const first = answered(await apply(only(plan)))
    expect(first).toMatchObject({ done: 1, left: 0 })
    expect(answered(await apply(only(plan)))).toEqual(first)
    const other = await apply({ ...only(plan), digest: first.digest })
    expect(refusal(other).fields).toEqual({ file: 'sheetMissing' })
  })

  it('removes the file once everything is done', async () => {
    const plan = await street().plan([['社区'], ['新桥社区']])
    await street().apply(plan)
    const again = await community.as('administrator').placeImport.check({ place: 'qinghe', file: plan.file })
    expect(refusal(again).fields).toEqual({ file: 'sheetMissing' })
  })
})

describe('an import is refused', () => {
  it('while any line is bad', async () => {
    const plan = await street().plan([
      ['社区', '小区'],
      ['春晓社区', '北园'],
      ['', '南园'],
    ])
    expect(plan.faults).toEqual({
      total: 1,
      shown: [{ line: 3, column: 'community', fault: 'gap', text: '', other: null }],
    })
    const answer = await community.as('administrator').placeImport.apply({ place: 'qinghe', ...only(plan) })
    expect(refusal(answer).code).toBe('changedMeanwhile')
    expect(await namesBelow('qinghe-1')).not.toContain('北园')
  })

  it('when somebody has changed the tree since it was checked', async () => {
    const { places, placeImport } = community.as('administrator')
    const plan = await street().plan([
      ['社区', '小区'],
      ['冬青社区', '冬青花园'],
      ['冬青社区', '冬青北苑'],
    ])
    const node = {
      place: 'qinghe-4',
      submission: randomUUID(),
      level: 'compound',
      name: '冬青花园',
      code: '',
    } as const
    answered(await places.add(node))
    expect(refusal(await placeImport.apply({ place: 'qinghe', ...only(plan) })).code).toBe('changedMeanwhile')
  })

  it('for a place that is not one’s own, as if it were not there', async () => {
    const file = await uploaded(community, 'officer-1', csvOf([['小区'], ['甲苑']]))
    const { check } = community.as('officer-1').placeImport
    const answers = [await check({ place: 'qinghe-2', file }), await check({ place: 'nowhere', file })]
    expect(answers.map((answer) => refusal(answer).code)).toEqual(['notFound', 'notFound'])
    expect(answers[0]).toEqual(answers[1])
  })

  it('for lines of a place that is not one’s own', async () => {
    const plan = await importing(community, 'officer-1', 'qinghe-1').plan([
      ['街道', '社区', '小区'],
      ['青禾街道', '春晓社区', '甲苑'],
      ['青禾街道', '夏荷社区', '乙苑'],
    ])
    expect(plan.faults.shown).toMatchObject([{ line: 3, column: 'community', fault: 'elsewhere' }])
  })

  it('for a grid worker and for a resident', async () => {
    const file = await uploaded(community, 'worker-1-1', csvOf([['小区'], ['甲苑']]))
    const asked = { place: 'qinghe-1-1', file }
    expect(refusal(await community.as('worker-1-1').placeImport.check(asked)).code).toBe('notAllowed')
    expect(refusal(await community.as('resident-1').placeImport.check(asked)).code).toBe('notAllowed')
  })

  it.each<[what: string, bytes: Buffer, fault: string]>([
    ['larger than is read', Buffer.alloc(SHEET_BYTES + 1, 'a'), 'sheetTooLarge'],
    ['without a header', csvOf([['甲', '乙']]), 'sheetHeader'],
    ['with a header only', csvOf([['社区', '小区']]), 'sheetEmpty'],
    ['of blank lines', csvOf([[''], ['']]), 'sheetEmpty'],
    ['of too many lines', csvOf([['社区'], ...Array.from({ length: 20_001 }, () => ['甲'])]), 'sheetTooLong'],
    ['of Excel before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheetOld'],
  ])('for a file %s, which is removed', async (_what, bytes, fault) => {
    const file = await uploaded(community, 'administrator', bytes)
    const { check } = community.as('administrator').placeImport
    expect(refusal(await check({ place: 'qinghe', file })).fields).toEqual({ file: fault })
    expect(refusal(await check({ place: 'qinghe', file })).fields).toEqual({ file: 'sheetMissing' })
  })

  it.each([
    ['that was never sent', fileIdOf(incomingPath(randomUUID()))],
    ['of somebody’s picture', fileIdOf(`pictures/${randomUUID()}`)],
  ])('for a file %s', async (_what, file) => {
    const { check } = community.as('administrator').placeImport
    expect(refusal(await check({ place: 'qinghe', file })).fields).toEqual({ file: 'sheetMissing' })
  })
})

const only = ({ file, digest }: { file: string; digest: string }) => ({ file, digest })

describe('765 compounds in 68 communities', () => {
  let large: Community
  beforeAll(async () => {
    large = await openCommunity()
  })
  afterAll(() => large.close())
  const district = () => importing(large, 'administrator', 'qinghe')
  const added = 68 + 68 * 3 + 765

  it('are imported by one call', async () => {
    const plan = await district().plan(manyCompounds('A'))
    expect(plan).toMatchObject({
      added: { total: added },
      addedAt: { community: 68, grid: 204, compound: 765 },
    })
    const answer = await large.as('administrator').placeImport.apply({ place: 'qinghe', ...only(plan) })
    expect(answered(answer)).toMatchObject({ done: added, left: 0 })
  })

  it('are in the order of the file', async () => {
    const communities = answered(await large.as('resident-1').places.list({ under: 'qinghe' })).slice(7)
    expect(communities.map(({ name }) => name)).toEqual(Array.from({ length: 68 }, (_, n) => `A${n + 1}社区`))
    const compounds = answered(await large.as('resident-1').places.list({ under: communities[0]!.id }))
    expect(compounds.map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, n) => `${n * 68 + 1}号院`),
    )
  })

  it('are there, none twice, after a call was killed half-way and the file checked again', async () => {
    const plan = await district().plan(manyCompounds('B'))
    let batches = 0
    const heal = answerInstead('database.insertDocument', (usual) => (fields, context) => {
      batches += 1
      if (batches > 2) throw new Error('the function was killed')
      return usual(fields, context)
    })
    const killed = await large.as('administrator').placeImport.apply({ place: 'qinghe', ...only(plan) })
    heal()
    expect(refusal(killed).code).toBe('internal')

    const rest = await district().check(plan.file)
    expect(rest.added.total).toBe(added - 400)
    expect(await district().apply({ ...rest, file: plan.file })).toBe(added - 400)
    expect(await district().plan(manyCompounds('B'))).toMatchObject({ added: { total: 0 }, same: added })
  })

  it('are checked again in a few requests', async () => {
    const file = await uploaded(large, 'administrator', csvOf(manyCompounds('A')))
    const cost = await large.costOf(() => district().check(file))
    expect(cost.length).toBeLessThanOrEqual(12)
  })
})
