import { formerRegions } from '@contract/regionHistory'
import { resolveRegion, searchRegions } from '@contract/regionSearch'
import { allCounties, regionNames } from '@contract/regions'

const suggested = (region: string): string[] => {
  const resolved = resolveRegion({ region })
  return resolved.ok ? [] : resolved.suggestions.map(({ code }) => code)
}

const faultOf = (region: string) => {
  const resolved = resolveRegion({ region })
  return resolved.ok ? null : resolved.fault
}

describe('a county as officers write it', () => {
  it.each([
    ['四川省成都市锦江区', '510104'],
    ['四川省 成都市 锦江区', '510104'],
    ['四川省·成都市·锦江区', '510104'],
    ['四川-成都-锦江', '510104'],
    ['成都锦江', '510104'],
    ['四川锦江', '510104'],
    ['锦江区', '510104'],
    ['锦江', '510104'],
    ['510104', '510104'],
    ['510104 锦江区', '510104'],
    ['北京市市辖区朝阳区', '110105'],
    ['北京朝阳', '110105'],
    ['上海浦东', '310115'],
    ['重庆市巫山县', '500237'],
    ['湖北省仙桃市', '429004'],
    ['内蒙古呼和浩特市玉泉区', '150104'],
    ['新疆乌鲁木齐天山区', '650102'],
    ['玉屏侗族自治县', '520622'],
    ['玉屏', '520622'],
    ['鄂伦春自治旗', '150723'],
    ['广东省东莞市虎门镇', '441912'],
    ['台湾省台北市中山区', '710103'],
    ['沙县区', '350405'],
    ['境外', '900101'],
  ])('%s is %s', (region, code) => {
    expect(resolveRegion({ region })).toEqual({ ok: true, region: code, rest: '' })
  })

  it('is told from what follows it', () => {
    expect(resolveRegion({ region: '四川省成都市锦江区某某街道某某小区（3栋）' })).toEqual({
      ok: true,
      region: '510104',
      rest: '某某街道某某小区(3栋)',
    })
    expect(resolveRegion({ region: '成都市锦江区：（某某街道）某某小区' })).toMatchObject({
      rest: '(某某街道)某某小区',
    })
    expect(resolveRegion({ region: '成都 锦江 某某小区' })).toMatchObject({
      region: '510104',
      rest: '某某小区',
    })
  })

  it('in short counts only where the word ends: 成都锦江路 is a street', () => {
    expect(faultOf('成都锦江路')).toBe('unknown')
    expect(suggested('成都锦江路')[0]).toBe('510104')
  })

  it('is found in columns of their own, also where the last says everything once more', () => {
    expect(resolveRegion({ province: '四川省', city: '成都市', county: '锦江区' })).toMatchObject({
      region: '510104',
    })
    expect(resolveRegion({ province: '北京市', city: '北京市', county: '朝阳区' })).toMatchObject({
      region: '110105',
    })
    expect(resolveRegion({ city: '成都市', region: '四川省成都市锦江区春熙路' })).toMatchObject({
      region: '510104',
      rest: '春熙路',
    })
  })

  it('is found by every full name in the table that is nobody else’s', () => {
    const named = allCounties().map(({ code }) => ({ code, name: regionNames(code)?.join('') ?? '' }))
    const missed = named.filter(({ code, name }) => {
      const resolved = resolveRegion({ region: name })
      return !(resolved.ok && resolved.region === code && resolved.rest === '')
    })
    expect(missed.map(({ name }) => name)).toEqual(['河北省秦皇岛市经济技术开发区'])
  })
})

describe('a county of old', () => {
  it.each([
    ['四川省成都市郫县', '510117'],
    ['西安市户县', '610118'],
    ['山东省莱芜市莱城区', '370116'],
    ['贵州省铜仁地区江口县', '520621'],
    ['邢台市桥东区', '130502'],
  ])('%s is the county of today %s', (region, code) => {
    expect(resolveRegion({ region })).toEqual({ ok: true, region: code, rest: '' })
  })

  it('that became several is itself, and stands for them', () => {
    expect(resolveRegion({ region: '杭州市江干区丁桥镇' })).toEqual({
      ok: true,
      region: '330104',
      rest: '丁桥镇',
    })
  })

  it('gives way to the one that has its name today', () => {
    expect(resolveRegion({ region: '桥东区' })).toMatchObject({ region: '130702' })
    expect(resolveRegion({ region: '芜湖市弋江区' })).toMatchObject({ region: '340209' })
  })

  it('is found by its code, and keeps it', () => {
    for (const { code } of formerRegions)
      expect(resolveRegion({ code })).toEqual({ ok: true, region: code, rest: '' })
  })
})

describe('what names no county', () => {
  it.each([
    ['', 'missing'],
    ['  ，', 'missing'],
    ['某某小区', 'unknown'],
    ['519999', 'unknown'],
    ['朝阳区', 'ambiguous'],
    ['市中区', 'ambiguous'],
    ['成都市', 'tooWide'],
    ['成都', 'tooWide'],
    ['四川省', 'tooWide'],
    ['长沙', 'tooWide'],
    ['510100', 'tooWide'],
    ['成都市某某小区', 'tooWide'],
  ] as const)('%p is %s', (region, fault) => {
    expect(faultOf(region)).toBe(fault)
  })

  it.each([
    ['成都市锦江去', '510104', 'one wrong character'],
    ['锦江去', '510104', 'the same without the city'],
    ['成度市锦江区', '510104', 'a wrong character in the city'],
    ['成都市锦江', '510104', 'nothing wrong'],
    ['成都市锦江春熙路', '510104', 'a missing 区'],
    ['绵阳市锦江区', '510104', 'the wrong city'],
    ['深圳市龙华新区', '440309', 'a name that was never official'],
    ['阿拉善盟阿拉善左', '152921', 'a missing 旗'],
  ])('%s may mean %s: %s', (region, code) => {
    const resolved = resolveRegion({ region })
    expect(resolved.ok ? resolved.region : resolved.suggestions[0]?.code).toBe(code)
  })

  it('is given the counties that share the name', () => {
    expect(suggested('朝阳区')).toEqual(['110105', '220104'])
  })

  it('is given at most five suggestions, with their names', () => {
    expect(suggested('四川省')).toHaveLength(5)
    expect(resolveRegion({ region: '锦江去' })).toMatchObject({
      suggestions: [{ code: '510104', names: '四川省 成都市 锦江区' }],
    })
  })
})

describe('a code beside a name', () => {
  it('may be of a street, in wide digits, or of old', () => {
    expect(resolveRegion({ code: '510104001002' })).toMatchObject({ region: '510104' })
    expect(resolveRegion({ code: '５１０１０４' })).toMatchObject({ region: '510104' })
    expect(resolveRegion({ code: '330103', county: '拱墅区' })).toMatchObject({ ok: true, region: '330103' })
  })
  it('that says another county is a question, with both as answers', () => {
    const resolved = resolveRegion({ code: '510104', county: '武侯区' })
    expect(resolved).toMatchObject({ ok: false, fault: 'ambiguous' })
    expect(!resolved.ok && resolved.suggestions.map(({ code }) => code)).toEqual(['510107', '510104'])
  })
  it('leaves what is no county as the name of something within it', () => {
    expect(resolveRegion({ code: '510104', region: '某某小区' })).toEqual({
      ok: true,
      region: '510104',
      rest: '某某小区',
    })
    expect(resolveRegion({ code: '510104', region: '四川省成都市' })).toMatchObject({ rest: '' })
  })
  it('that is none is not guessed', () => {
    expect(resolveRegion({ code: 'abc', county: '锦江区' })).toMatchObject({ fault: 'unknown' })
    expect(resolveRegion({ code: '519999', county: '锦江区' })).toMatchObject({
      fault: 'unknown',
      suggestions: [{ code: '510104' }],
    })
  })
})

describe('searching for a county', () => {
  const codes = (words: string, most = 3) => searchRegions(words, most).map(({ code }) => code)
  it('finds by name, best first, as many as are asked for', () => {
    expect(codes('朝阳')).toEqual(['110105', '211321', '220104'])
    expect(codes('北京朝阳')).toEqual(['110105'])
    expect(codes('锦江', 1)).toEqual(['510104'])
    expect(codes('成都', 50).length).toBeGreaterThanOrEqual(20)
  })
  it('finds by a name of old and says what became of it', () => {
    expect(searchRegions('江干', 1)).toEqual([
      { code: '330104', names: '浙江省 杭州市 江干区（现上城区、钱塘区）' },
    ])
  })
  it('finds by the beginning of a code', () => {
    expect(codes('5101')).toEqual(['510104', '510105', '510106'])
  })
  it('finds nothing for nothing', () => {
    expect(searchRegions(' ', 5)).toEqual([])
    expect(searchRegions('某某某', 5)).toEqual([])
  })
})
