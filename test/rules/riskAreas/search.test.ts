import { indexAreas } from '@contract/areaIndex'
import { searchRegions } from '@contract/regionSearch'
import type { RiskArea } from '@contract/riskLevels'
import { COUNTIES_SHOWN, hitsOf } from '../../../cloudfunctions/riskAreas/searchRules'

const today = '2022-05-20'

const area = (changes: Partial<RiskArea> = {}): RiskArea => ({
  region: '510104',
  name: '',
  level: 'high',
  from: '2022-05-10',
  until: null,
  ...changes,
})

const search = (words: string, areas: RiskArea[], within: { region: string; rest: string } | null = null) =>
  hitsOf(words, {
    list: { areas, index: indexAreas(areas) },
    counties: searchRegions(words, COUNTIES_SHOWN + 1),
    within,
    today,
    nameOf: (region) => `names of ${region}`,
  })

describe('a search', () => {
  it('by a county shows what of it is at risk', () => {
    const areas = [area({ name: '示例小区' }), area({ region: '510105' })]
    expect(search('锦江', areas).hits[0]).toEqual({
      region: '510104',
      names: 'names of 510104',
      areas: [areas[0]],
    })
  })

  it('by a code finds its county', () => {
    expect(search('510104', [area()]).hits).toMatchObject([{ region: '510104', areas: [area()] }])
  })

  it('shows a county of which nothing is at risk', () => {
    expect(search('锦江', []).hits[0]).toEqual({ region: '510104', names: 'names of 510104', areas: [] })
  })

  it('by the name of an area shows it, and not the others of its county', () => {
    const sought = area({ name: '示例小区(一期)' })
    const { hits } = search('示例小区（一期）', [area({ name: '示例大厦' }), sought])
    expect(hits).toEqual([{ region: '510104', names: 'names of 510104', areas: [sought] }])
  })

  it('by the name of an area shows what all of its county is, too', () => {
    const [sought, county] = [area({ name: '示例小区' }), area({ name: '', level: 'low' })]
    const areas = [area({ name: '示例大厦' }), sought, county]
    const within = { region: '510104', rest: '示例小区' }
    expect(search('示例小区', areas).hits[0]?.areas).toEqual([sought, county])
    expect(search('锦江区示例小区', areas, within).hits[0]?.areas).toEqual([sought, county])
  })

  it('by a county and the name of an area shows that area first', () => {
    const sought = area({ name: '示例小区' })
    const within = { region: '510104', rest: '示例小区' }
    expect(search('锦江区示例小区', [area({ name: '示例大厦' }), sought], within).hits).toMatchObject([
      { areas: [sought] },
    ])
  })

  it('shows all areas of a county in which none is called so', () => {
    const within = { region: '510104', rest: '示例花园' }
    expect(search('锦江区示例花园', [area({ name: '示例大厦' })], within).hits).toMatchObject([
      { areas: [{ name: '示例大厦' }] },
    ])
  })

  it('shows what goes on before what is over, and the highest level first', () => {
    const over = area({ name: '甲', until: '2022-05-12' })
    const low = area({ name: '乙', level: 'low' })
    const high = area({ name: '丙' })
    const newer = area({ name: '丁', from: '2022-05-15' })
    expect(search('锦江', [over, low, high, newer]).hits[0]?.areas).toEqual([newer, high, low, over])
  })

  it('finds a county of old under its name of today', () => {
    expect(search('双流县', [area({ region: '510116' })]).hits[0]).toMatchObject({ region: '510116' })
  })

  it('finds nothing by what nothing is called', () => {
    expect(search('亚特兰蒂斯', [area()])).toEqual({ hits: [], more: false })
  })

  it('says that there are more counties than are shown', () => {
    const { hits, more } = search('区', [])
    expect([hits.length, more]).toEqual([COUNTIES_SHOWN, true])
  })

  it('says that there are more areas than are shown', () => {
    const many = Array.from({ length: 201 }, (_, n) => area({ name: `示例${n}号院` }))
    const { hits, more } = search('锦江区', many)
    expect([hits[0]?.areas.length, more]).toEqual([200, true])
  })
})
