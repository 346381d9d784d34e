import { addDays } from '@contract/calendar'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { today } from './support/registrations'
import { lists, pasted } from './support/riskLists'

const community = {} as Community
beforeAll(async () => {
  Object.assign(community, await openCommunity())
})
afterAll(() => community.close())

const search = async (words: string, place: string | null = null) =>
  answered(await community.as('resident-1').riskAreas.search({ words, place }))

describe('while nothing has been published', () => {
  it('a search says that there is no list', async () => {
    expect(await search('')).toEqual({ list: null, hits: [], more: false })
  })

  it('counties are found, and none is at risk', async () => {
    const { hits } = await search('锦江区')
    expect(hits).toEqual([{ region: '510104', names: '四川省 成都市 锦江区', areas: [] }])
  })
})

describe('once a list is published', () => {
  const effectiveFrom = new Date().toISOString()

  beforeAll(async () => {
    const source = { text: '示例卫健委', link: 'https://example.org/list', publishedOn: today }
    const lines = [
      `四川省成都市锦江区示例小区 高风险 ${addDays(today, -3)}`,
      '四川省成都市锦江区示例大厦 中风险',
      '四川省成都市武侯区 低风险',
    ]
    await lists(community).publish(pasted(lines.join('\n')), { source, effectiveFrom })
  })

  it('anybody learns when it was changed last, and by which source', async () => {
    const { list, hits } = await search('  ')
    expect(list).toMatchObject({
      number: 1,
      source: { text: '示例卫健委', link: 'https://example.org/list', publishedOn: today },
      areas: 3,
    })
    expect(hits).toEqual([])
  })

  it('anybody learns whether somewhere is at risk, and since when', async () => {
    const { hits } = await search('成都 锦江')
    expect(hits[0]).toEqual({
      region: '510104',
      names: '四川省 成都市 锦江区',
      areas: [
        { region: '510104', name: '示例小区', level: 'high', from: addDays(today, -3), until: null },
        { region: '510104', name: '示例大厦', level: 'medium', from: today, until: null },
      ],
    })
  })

  it.each(['示例小区', '锦江区示例小区', '成都锦江 示例小区'])('%s is found by its name', async (words) => {
    const { hits } = await search(words)
    expect(hits.map(({ areas }) => areas.map(({ name }) => name))).toEqual([['示例小区']])
  })

  it('nobody learns who has made it', async () => {
    const told = JSON.stringify(await search('锦江'))
    for (const name of ['顾远山', '骆同舟', 'street-officer']) expect(told).not.toContain(name)
  })

  it('it is the one of the place that is asked about', async () => {
    expect((await search('', 'qinghe-1-1-1-1')).list).toMatchObject({ number: 1 })
  })

  it('it is none where the place is not there', async () => {
    expect((await search('', 'nowhere')).list).toBeNull()
  })

  it('a place is asked for with two requests, and without naming one with one', async () => {
    await search('锦江', 'qinghe-1-1-1-1')
    expect(await community.costOf(() => search('锦江'))).toHaveLength(1)
    expect((await community.costOf(() => search('锦江', 'qinghe-1-1-1-1'))).length).toBeLessThanOrEqual(2)
  })

  it('too many words are refused before anything is asked', async () => {
    const cost = await community.costOf(async () => {
      const answer = await community.as('resident-1').riskAreas.search({ words: '锦'.repeat(41) })
      expect(refusal(answer).fields).toEqual({ words: 'tooLong' })
    })
    expect(cost).toEqual([])
  })

  it('an area that the next list leaves out is shown as over', async () => {
    await lists(community).publish(pasted('四川省成都市武侯区 低风险', true))
    const { hits, list } = await search('锦江区')
    expect(hits[0]?.areas.map(({ name, until }) => [name, until])).toEqual([
      ['示例小区', today],
      ['示例大厦', today],
    ])
    expect(list).toMatchObject({ number: 2, areas: 1 })
  })
})
