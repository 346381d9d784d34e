import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import { AREAS_AT_MOST, PASTED_AT_MOST } from '@contract/riskAreas'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { on } from './support/editions'
import { asIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { today } from './support/registrations'
import { lists, pasted, proposalOf } from './support/riskLists'
import { csvOf, uploaded, xlsxOf } from './support/sheets'

const community = {} as Community
beforeAll(async () => {
  Object.assign(community, await openCommunity())
})
beforeEach(() => {
  asIntruder(community, (store) => {
    for (const collection of ['riskLists', 'inForce', 'runs']) store.remove(collection, {}, { multi: true })
  })
})
afterAll(() => community.close())

const officer = () => community.as('street-officer').riskAreas
const second = () => community.as('street-officer-2').riskAreas
const table = [
  ['省', '市', '区县', '名称', '等级', '开始日期'],
  ['四川省', '成都市', '锦江区', '示例小区', '高风险', addDays(today, -3)],
  ['四川省', '成都市', '武侯区', '', '中风险', addDays(today, -2)],
]
const inTable = [
  { region: '510104', name: '示例小区', level: 'high', from: addDays(today, -3), until: null },
  { region: '510107', name: '', level: 'medium', from: addDays(today, -2), until: null },
]

describe('a table that is checked', () => {
  it('says what it would add, and where that is', async () => {
    const plan = await lists(community).check(pasted('高风险区：四川省成都市锦江区示例小区'))
    expect(plan).toMatchObject({ lines: 1, areas: 1, faults: { total: 0 }, changes: { same: 0 } })
    expect(plan.changes.added).toEqual({
      total: 1,
      shown: [
        {
          region: '510104',
          name: '示例小区',
          level: 'high',
          from: today,
          until: null,
          names: '四川省 成都市 锦江区',
        },
      ],
    })
  })

  it('names its bad lines with what may be meant, and what the others would add', async () => {
    const plan = await lists(community).check(pasted('高风险区\n四川省成都市锦工区\n四川省成都市武侯区'))
    expect(plan.faults).toMatchObject({
      total: 1,
      shown: [{ line: 2, fault: 'regionUnknown', suggestions: [{ code: '510104' }] }],
    })
    expect(plan.changes.added.total).toBe(1)
  })

  it('is stored nowhere', async () => {
    await lists(community).check(pasted('锦江区 高风险'))
    expect(asIntruder(community, (store) => store.find('riskLists', { filter: {} }))).toEqual([])
  })

  it.each([
    ['XLSX', xlsxOf],
    ['CSV', csvOf],
  ])('may be a file: %s', async (_kind, bytesOf) => {
    const file = await uploaded(community, 'street-officer', await bytesOf(table))
    const edition = await lists(community).propose({ kind: 'file', file, whole: true })
    expect((await lists(community).show(edition)).areas).toMatchObject(inTable)
  })

  it.each([
    ['that is no spreadsheet', Buffer.from('%PDF-1.7'), 'sheetKind'],
    ['in which nothing is written', csvOf([['', ''], ['']]), 'sheetEmpty'],
  ])('is removed as a file %s', async (_what, bytes, fault) => {
    const file = await uploaded(community, 'street-officer', bytes)
    const entry = { kind: 'file', file, whole: true } as const
    expect(refusal(await officer().check({ place: 'qinghe', entry }))).toMatchObject({
      code: 'invalidInput',
      fields: { 'entry.file': fault },
    })
    expect(refusal(await officer().check({ place: 'qinghe', entry })).fields).toEqual({
      'entry.file': 'sheetMissing',
    })
  })

  it('is refused when nothing is pasted', async () => {
    expect(refusal(await officer().check({ place: 'qinghe', entry: pasted(' \n ') })).fields).toEqual({
      'entry.text': 'required',
    })
  })

  it('is refused when more is pasted than a function is sent', async () => {
    const entry = pasted('风'.repeat(PASTED_AT_MOST + 1))
    expect(refusal(await officer().check({ place: 'qinghe', entry })).fields).toEqual({
      'entry.text': 'tooLong',
    })
  })

  it('is refused when it has more areas than a list', async () => {
    const rows = Array.from({ length: 10_001 }, (_, n) => ['成都市锦江区', `示例${n}号院`, '高'])
    const both = rows.flatMap(([region = '', name = '', level = '']) => [
      [region, name, level],
      [`成都市武侯区`, name, level],
    ])
    // Twenty thousand lines are a sheet; the twenty thousand and first area comes from the list in force.
    const file = await uploaded(
      community,
      'street-officer',
      csvOf([['地区', '名称', '等级'], ...both.slice(0, AREAS_AT_MOST)]),
    )
    await lists(community).publish(pasted('四川省绵阳市涪城区 高风险'))
    const entry = { kind: 'file', file, whole: false } as const
    expect(refusal(await officer().check({ place: 'qinghe', entry })).fields).toEqual({ entry: 'tooMany' })
  })
})

describe('a list that is proposed', () => {
  it('is refused when a line is bad, and nothing of it is stored', async () => {
    const entry = pasted('高风险区\n四川省成都市锦江区\n亚特兰蒂斯')
    const proposal = proposalOf(entry, await lists(community).check(entry))
    expect(refusal(await officer().propose(proposal)).code).toBe('changedMeanwhile')
    expect(refusal(await officer().show({ place: 'qinghe', edition: proposal.submission })).code).toBe(
      'notFound',
    )
  })

  it('is refused when another was published since it was checked', async () => {
    const entry = pasted('锦江区 高风险')
    const plan = await lists(community).check(entry)
    await lists(community).publish(pasted('武侯区 高风险'))
    expect(refusal(await officer().propose(proposalOf(entry, plan))).code).toBe('changedMeanwhile')
  })

  it('is one when it is sent twice, also when the file has gone and another list has been published', async () => {
    const file = await uploaded(community, 'street-officer', csvOf(table))
    const entry = { kind: 'file', file, whole: true } as const
    const proposal = proposalOf(entry, await lists(community).check(entry))
    const first = answered(await officer().propose(proposal))
    await lists(community).publish(pasted('涪城区 高风险'))
    expect(answered(await officer().propose(proposal))).toEqual(first)
  })

  it('is refused when its submission was another list', async () => {
    const { id } = await lists(community).propose(pasted('锦江区 高风险'))
    const entry = pasted('武侯区 高风险')
    const proposal = proposalOf(entry, await lists(community).check(entry), { submission: id })
    expect(refusal(await officer().propose(proposal)).code).toBe('submissionTaken')
  })

  it('applies when a second officer has published it, and not before', async () => {
    const proposed = await lists(community).propose(pasted('锦江区 高风险'))
    expect(answered(await officer().search({ words: '' })).list).toBeNull()
    expect(refusal(await officer().publish(on(proposed))).code).toBe('notYourOwn')
    const published = answered(await second().publish(on(proposed)))
    expect(published).toMatchObject({ status: 'published', number: 1, inForce: true })
    expect(answered(await officer().search({ words: '' })).list).toMatchObject({ number: 1, areas: 1 })
  })

  it('cannot be published when another was published since', async () => {
    const proposed = await lists(community).propose(pasted('锦江区 高风险'))
    await lists(community).publish(pasted('武侯区 高风险'))
    expect(refusal(await second().publish(on(proposed))).code).toBe('changedMeanwhile')
  })

  it('is one of two that were made from the same list, also when both are published at the same moment', async () => {
    const entry = pasted('锦江区 高风险')
    const mine = await lists(community).propose(entry)
    const yours = answered(await second().propose(proposalOf(entry, await lists(community).check(entry))))
    const both = await Promise.all([second().publish(on(mine)), officer().publish(on(yours))])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  it('cannot follow one that comes into force before it and that it was not made from', async () => {
    const inHours = (hours: number) => ({
      effectiveFrom: new Date(Date.now() + hours * 3_600_000).toISOString(),
    })
    await lists(community).publish(pasted('锦江区 高风险'), inHours(2))
    const after = await lists(community).propose(pasted('武侯区 高风险'), inHours(4))
    expect(refusal(await second().publish(on(after))).code).toBe('changedMeanwhile')
    const before = await lists(community).propose(pasted('武侯区 高风险'), inHours(1))
    expect(answered(await second().publish(on(before)))).toMatchObject({ number: 2, inForce: false })
  })

  it('has its forecast begun by the second sending where the first ended before that', async () => {
    const entry = pasted('锦江区 高风险')
    const proposal = proposalOf(entry, await lists(community).check(entry))
    const first = answered(await officer().propose(proposal))
    asIntruder(community, (store) => store.remove('runs', {}, { multi: true }))
    expect(answered(await officer().propose(proposal))).toEqual(first)
    expect(stored(community, 'runs')).toMatchObject([{ purpose: 'forecast', edition: first.id }])
    const otherwise = await officer().propose({ ...proposal, words: '改了理由' })
    expect(refusal(otherwise).code).toBe('submissionTaken')
  })

  it('is dropped with a reason', async () => {
    const proposed = await lists(community).propose(pasted('锦江区 高风险'))
    expect(await lists(community).drop(proposed)).toMatchObject({
      status: 'dropped',
      dropped: { words: '换一份' },
    })
    expect(refusal(await second().publish(on(proposed))).code).toBe('changedMeanwhile')
  })

  it('waits above those that were published before', async () => {
    const published = await lists(community).publish(pasted('锦江区 高风险'))
    const proposed = await lists(community).propose(pasted('武侯区 高风险'))
    const { editions } = answered(await officer().editions({ place: 'qinghe' }))
    expect(editions.map(({ id }) => id)).toEqual([proposed.id, published.id])
  })
})

describe('the next list', () => {
  const edit = { region: '510104', name: '', level: 'low', from: today, until: null } as const

  it('is the last one with some edits, and keeps what an area was before', async () => {
    await lists(community).publish(pasted(`锦江区 高风险 ${addDays(today, -5)}\n武侯区 中风险`))
    const plan = await lists(community).check({ kind: 'edits', edits: [edit] })
    expect(plan.changes).toMatchObject({
      lowered: { total: 1, shown: [{ before: { level: 'high' }, after: { level: 'low', from: today } }] },
      same: 1,
    })
    const edition = await lists(community).publish({ kind: 'edits', edits: [edit] })
    expect(edition.number).toBe(2)
    expect((await lists(community).show(edition)).areas.slice(0, 2)).toMatchObject([
      { level: 'high', from: addDays(today, -5), until: addDays(today, -1) },
      { level: 'low', from: today, until: null },
    ])
  })

  it('names edits that cannot be', async () => {
    const edits = [
      edit,
      { ...edit, region: '999999' },
      { ...edit, until: addDays(today, -1) },
      { ...edit, from: addDays(today, 61) },
    ]
    const answer = await officer().check({ place: 'qinghe', entry: { kind: 'edits', edits } })
    expect(refusal(answer).fields).toEqual({
      'entry.edits.1.region': 'regionUnknown',
      'entry.edits.2.until': 'outOfRange',
      'entry.edits.3.from': 'outOfRange',
    })
  })

  it('says of a whole table what it leaves out, raises, lowers and dates', async () => {
    await lists(community).publish(
      pasted('锦江区 高风险\n武侯区 中风险\n青羊区 中风险\n金牛区 低风险\n成华区 低风险'),
    )
    const { changes } = await lists(community).check(
      pasted(
        `锦江区 低风险\n武侯区 高风险\n青羊区 中风险\n金牛区 低风险 ${addDays(today, -4)}\n涪城区 高风险`,
        true,
      ),
    )
    expect(changes).toMatchObject({
      added: { total: 1 },
      removed: { total: 1 },
      raised: { total: 1 },
      lowered: { total: 1 },
      dated: { total: 1 },
      same: 1,
    })
  })

  it('may be as an earlier one was, and is a new one', async () => {
    const first = await lists(community).publish(pasted('锦江区 高风险'))
    await lists(community).publish(pasted('武侯区 高风险', true))
    const again = await lists(community).publish({ kind: 'edition', edition: first.id })
    expect(again).toMatchObject({ number: 3, inForce: true })
    expect((await lists(community).show(again)).areas).toEqual((await lists(community).show(first)).areas)
  })

  it('is never as one was that nobody published', async () => {
    const { id } = await lists(community).propose(pasted('锦江区 高风险'))
    for (const edition of [id, randomUUID()]) {
      const answer = await officer().check({ place: 'qinghe', entry: { kind: 'edition', edition } })
      expect(refusal(answer).code).toBe('notFound')
    }
  })
})

describe('a list of ten thousand areas', () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => [
    n % 2 === 0 ? '四川省成都市锦江区' : '四川省绵阳市涪城区',
    `示例路${n}号院`,
    n % 3 === 0 ? '高风险' : '中风险',
    addDays(today, -5),
  ])

  it('is checked, proposed, published and shown in pages', async () => {
    const file = await uploaded(
      community,
      'street-officer',
      await xlsxOf([['地区', '名称', '等级', '开始日期'], ...rows]),
    )
    const edition = await lists(community).publish({ kind: 'file', file, whole: true })
    const { areas, total, next, changes } = await lists(community).show(edition)
    expect([areas.length, total, next, changes.added.total]).toEqual([200, 10_000, 200, 10_000])
    expect((await lists(community).show(edition, 9_900)).next).toBeNull()
  })
})

describe('what lists cost', () => {
  it('is two requests besides the caller’s posts to check, however many areas there are', async () => {
    await lists(community).publish(pasted('锦江区 高风险\n武侯区 高风险'))
    const cost = await community.costOf(() => lists(community).check(pasted('涪城区 高风险')))
    expect(cost.map(({ collection }) => collection).filter((name) => name !== 'places')).toEqual([
      'staff',
      'inForce',
      'riskLists',
    ])
  })
})
