import { outcomeLines } from '../../cloudfunctions/myData/outcomeLines'
import { someBasis, someOutcome } from './phone/support/outcomes'

const whyOf = (exposure: Partial<typeof someBasis.exposure>, place: string): string => {
  const basis = { ...someBasis, place, exposure: { ...someBasis.exposure, ...exposure } }
  const lines = new Map(outcomeLines({ outcome: { ...someOutcome, basis } }))
  return lines.get('管理措施的原因') ?? ''
}

describe('why, as people take it along', () => {
  it('says where they were themselves, and which area that is near', () => {
    const area = {
      region: '510107',
      name: '示例小区',
      level: 'high',
      from: '2026-05-01',
      until: null,
    } as const
    const text = whyOf({ near: 'city', area }, '四川省 成都市 武侯区 示例小区')
    expect(text).toContain('依据的行程：2026-05-03 在 四川省 成都市 锦江区。')
    expect(text).toContain('依据的风险地区：四川省 成都市 武侯区 示例小区，2026-05-01 起。')
  })

  it('says the day of leaving, also where the area was at risk until an earlier one', () => {
    const area = { ...someBasis.exposure.area, region: '510104', name: '', level: 'medium' } as const
    const over = { ...area, from: '2026-04-20', until: '2026-05-01' }
    const text = whyOf({ area: over, on: '2026-05-01' }, '四川省 成都市 锦江区')
    expect(text).toContain('依据的行程：2026-05-03 在 四川省 成都市 锦江区。')
    expect(text).toContain('依据的风险地区：四川省 成都市 锦江区，2026-04-20 至 2026-05-01。')
  })

  it('names no area where nothing was at risk', () => {
    expect(whyOf({ near: null, level: null, area: null }, '四川省 成都市 锦江区')).not.toContain('风险地区：')
  })
})
