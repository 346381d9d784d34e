import { regionNames, regionsBelow } from '@contract/regions'

describe('official codes', () => {
  it('have names from province to county, without repetition', () => {
    expect(regionNames('510107')).toEqual(['四川省', '成都市', '武侯区'])
    expect(regionNames('110101')).toEqual(['北京市', '东城区'])
    expect(regionNames('429004')).toEqual(['湖北省', '仙桃市'])
  })
  it('that do not exist have none', () => {
    for (const code of ['999999', '000000', '510000', '510100', '', 'toString'])
      expect(regionNames(code)).toBeNull()
  })
  it('are walked from the top to every county', () => {
    const counties = regionsBelow('').flatMap(({ code }) =>
      regionsBelow(code).flatMap((city) => regionsBelow(city.code)),
    )
    expect(counties.length).toBeGreaterThan(3000)
    expect(counties.every(({ code }) => regionNames(code) !== null)).toBe(true)
  })
})
