import { findCounties, regionPath } from '@/pages/regions/findCounties'

const codesOf = (typed: string) => findCounties(typed).map(({ code }) => code)

describe('the path of a county', () => {
  it.each([
    ['510703', '四川省 绵阳市 涪城区'],
    ['110105', '北京市 朝阳区'],
    ['429004', '湖北省 仙桃市'],
    ['500229', '重庆市 城口县'],
    ['999999', ''],
  ])('of %s is %j', (code, path) => {
    expect(regionPath(code)).toBe(path)
  })
})

describe('searching a county', () => {
  it('finds it by its own name before others by the name of their city', () => {
    const found = findCounties('朝阳').map(({ name }) => name)
    expect(found[0]).toBe('朝阳区')
    expect(found).toContain('双塔区')
  })

  it.each(['北京朝阳', '北京 朝阳', '北京市朝阳区'])('finds it by %s', (typed) => {
    expect(codesOf(typed)[0]).toBe('110105')
  })

  it('finds by its name of old what is called otherwise now', () => {
    const [found] = findCounties('江干区')
    expect(found?.path).toBe('浙江省 杭州市 江干区（现上城区、钱塘区）')
  })

  it('finds those who come from across the border', () => {
    expect(findCounties('境外').map(({ name }) => name)).toEqual(['境外'])
  })

  it('finds nothing by nothing', () => {
    expect(codesOf('  ')).toEqual([])
  })

  it('finds nothing that is not there', () => {
    expect(codesOf('亚特兰蒂斯')).toEqual([])
  })

  it('finds no more than a screen can show', () => {
    expect(codesOf('区')).toHaveLength(30)
  })
})
