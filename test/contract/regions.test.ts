import { allCounties, regionNames, regionsBelow } from '@contract/regions'

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
    expect(counties.map(({ code }) => code).sort()).toEqual(
      allCounties()
        .map(({ code }) => code)
        .sort(),
    )
  })
  it('lead across the border in as many steps as to a county', () => {
    expect(regionsBelow('').filter(({ name }) => name === '境外')).toHaveLength(1)
    expect(regionsBelow('900000')).toHaveLength(1)
    expect(regionsBelow('900100')).toEqual([{ code: '900101', name: '境外' }])
    expect(regionNames('900101')).toEqual(['境外'])
  })
})

describe('a code that is no more', () => {
  it('is named as it was, and as it is called now', () => {
    expect(regionNames('330103')).toEqual(['浙江省', '杭州市', '下城区（现拱墅区）'])
    expect(regionNames('330104')).toEqual(['浙江省', '杭州市', '江干区（现上城区、钱塘区）'])
    expect(regionNames('371202')).toEqual(['山东省', '济南市', '莱城区（现莱芜区）'])
  })
  it('has the one name where only the code changed', () => {
    expect(regionNames('341421')).toEqual(['安徽省', '合肥市', '庐江县'])
  })
  it('can no longer be chosen, also where the table still has it', () => {
    expect(regionsBelow('320600').map(({ name }) => name)).not.toContain('港闸区')
    expect(regionsBelow('330100').map(({ code }) => code)).not.toContain('330104')
  })
})
