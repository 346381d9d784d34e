import { cityOf, codesEver, currentRegions, isAbroad, isCurrent, regionKeys } from '@contract/regionCodes'
import { formerRegions } from '@contract/regionHistory'
import { allCounties } from '@contract/regions'

const today = new Set(allCounties().map(({ code }) => code))

describe('the counties of old', () => {
  it.each(formerRegions.map((region) => [region.name, region.code, region.now] as const))(
    '%s %s stands for counties of today',
    (name, code, now) => {
      expect(code).toMatch(/^[1-6]\d{5}$/)
      expect(name).toMatch(/[县市区]$/)
      expect(now.length).toBeGreaterThan(0)
      for (const one of now) expect(today.has(one)).toBe(true)
    },
  )

  it('are each listed once under one name', () => {
    const listed = formerRegions.map(({ code, name }) => `${code} ${name}`)
    expect(new Set(listed).size).toBe(listed.length)
  })

  it('stay in their province', () => {
    for (const { code, now } of formerRegions)
      for (const one of now) expect(one.slice(0, 2)).toBe(code.slice(0, 2))
  })

  it('are not codes of today, unless only the name changed', () => {
    for (const { code, now } of formerRegions) expect(today.has(code)).toBe(now.includes(code))
  })
})

describe('what a code stands for today', () => {
  it.each([
    ['330103', ['330105'], '下城 became part of 拱墅 in 2021'],
    ['330104', ['330102', '330114'], '江干 went to 上城 and 钱塘 in 2021'],
    ['510124', ['510117'], '郫县 became 郫都 in 2016'],
    ['510122', ['510116'], '双流县 became 双流区 in 2015'],
    ['610125', ['610118'], '户县 became 鄠邑 in 2016'],
    ['610126', ['610117'], '高陵县 became 高陵区 in 2014'],
    ['371202', ['370116'], '莱芜 became part of 济南 in 2018'],
    ['371203', ['370117'], '钢城 too'],
    ['410381', ['410307'], '偃师市 became 偃师区 in 2021'],
    ['410306', ['410308'], '吉利 and 孟津县 became 孟津区 in 2021'],
    ['522423', ['520581'], '黔西县 changed its code in 2011 and became 黔西市 in 2021'],
    ['542232', ['540581'], '错那县 changed its code in 2016 and became 错那市 in 2023'],
  ])('%s is %j: %s', (code, now) => {
    expect(currentRegions(code)).toEqual(now)
    expect(isCurrent(code)).toBe(false)
  })

  it('is itself where it is still one, or is unknown', () => {
    for (const code of ['330102', '510107', '360402', '999999']) expect(currentRegions(code)).toEqual([code])
  })

  it('is found again from every code that ever stood for it', () => {
    expect([...codesEver('330102')].sort()).toEqual(['330102', '330104'])
    expect([...codesEver('520581')].sort()).toEqual(['520522', '520581', '522423'])
    for (const { code, now } of formerRegions)
      for (const one of now)
        expect(codesEver(one)).toEqual(expect.arrayContaining([one, ...(now.includes(code) ? [] : [code])]))
  })

  it('keys a case by the counties and cities of today', () => {
    expect(regionKeys(['330104', '371202'])).toEqual(['330102', '330100', '330114', '370116', '370100'])
    expect(regionKeys(['429004', '429004'])).toEqual(['429004'])
  })
})

describe('across the border', () => {
  it.each(['710101', '810101', '820101', '900101'])('lies %s', (code) => {
    expect(isAbroad(code)).toBe(true)
  })
  it('lies no county of the mainland, and what stands directly under a province has no city', () => {
    for (const { code } of allCounties().filter(({ code }) => /^[1-6]/.test(code)))
      expect(isAbroad(code)).toBe(false)
    expect(cityOf('429004')).toBeNull()
    expect(cityOf('510107')).toBe('510100')
  })
})
