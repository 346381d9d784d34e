import { caseRoute } from '@/staff/caseRoute'
import { labelOf, placeBelow, textOf } from '@/staff/inbox/lineOf'

const TODAY = '2026-11-20'

describe('a line of the inbox', () => {
  it('says where a returnee comes from, when they arrive and how many they are', () => {
    const brief = { from: '湖北省 武汉市 洪山区', arrivesOn: '2026-11-21', people: 3 }
    expect(textOf({ kind: 'returnee', brief }, TODAY)).toEqual({
      about: '从 湖北省 武汉市 洪山区',
      facts: ['明天到', '3 人'],
    })
  })

  it('leaves out what is not known', () => {
    expect(textOf({ kind: 'returnee', brief: { people: 1 } }, TODAY)).toEqual({ about: '', facts: ['1 人'] })
  })

  it('says of an alert how many looks it is about, and leads to its own page', () => {
    const alert = { kind: 'lookAlert' as const, id: 'a', display: '王秀英' }
    const brief = { role: 'gridWorker', looks: 30, where: '春晓社区 第一网格' }
    expect(textOf({ ...alert, brief }, TODAY)).toEqual({
      about: '一小时内查看了 30 次以上',
      facts: ['春晓社区 第一网格'],
    })
    expect([labelOf(alert), caseRoute(alert)]).toEqual(['核实王秀英的查看', '/staff/looks/alert/index?id=a'])
  })

  it('says of a tip which plate, and that another may be about the same, and leads to its own page', () => {
    const tip = { kind: 'tip' as const, id: 't', display: '聚集' }
    expect(textOf({ ...tip, brief: { similar: 1, plate: '川A***45' } }, TODAY)).toEqual({
      about: '',
      facts: ['车牌 川A***45', '可能重复'],
    })
    expect(textOf({ ...tip, brief: { similar: 0, plate: '' } }, TODAY).facts).toEqual([])
    expect([labelOf(tip), caseRoute(tip)]).toEqual(['打开线索：聚集', '/staffTips/tip/index?id=t'])
  })

  it('names a place without what all places of the reader have in common', () => {
    expect(placeBelow(['城关街道', '幸福社区', '阳光小区'], ['城关街道'])).toBe('幸福社区 阳光小区')
  })

  it('names a place in full to a reader with several', () => {
    expect(placeBelow(['城关街道', '幸福社区'], [])).toBe('城关街道 幸福社区')
  })

  it("names the reader's own place by its last name", () => {
    expect(placeBelow(['城关街道', '幸福社区'], ['城关街道', '幸福社区'])).toBe('幸福社区')
  })
})
