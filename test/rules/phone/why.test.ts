import type { Basis, Outcome } from '@contract/outcome'
import { whyOf } from '@/components/why'
import { byHand, regions, someBasis, someOutcome } from './support/outcomes'

const today = '2026-05-05'

const why = (changed: Partial<Basis> = {}, outcome: Partial<Outcome> = {}, day = today) =>
  whyOf({
    outcome: { ...someOutcome, ...outcome, basis: { ...someBasis, ...changed } },
    regions,
    reader: 'owner',
    today: day,
  })

const exposed = (changed: Partial<Basis['exposure']>): Partial<Basis> => ({
  exposure: { ...someBasis.exposure, ...changed },
})

const compound = {
  region: '510104',
  name: '锦绣花园',
  level: 'high',
  from: '2026-05-01',
  until: null,
} as const

describe('where somebody was', () => {
  it('is told with the day, the level since when, and the list with its source', () => {
    expect(why()[0]).toBe(
      '您5月3日离开四川省成都市锦江区；该地从5月1日起为中风险。名单5月2日公布，来源：市疾控中心。',
    )
  })

  it('is told with both days of an area that is no longer at risk', () => {
    const area = { ...compound, name: '', until: '2026-05-04' }
    expect(why(exposed({ area }))[0]).toContain('该地5月1日至5月4日为高风险')
  })

  it('names the part of a county that was at risk', () => {
    expect(why(exposed({ area: compound }))[0]).toContain('离开四川省成都市锦江区锦绣花园；该地从')
  })

  it('names an area elsewhere in the county', () => {
    const place = '四川省 成都市 锦江区 锦绣花园'
    expect(why({ ...exposed({ near: 'county', area: compound }), place })[0]).toContain(
      '您5月3日离开四川省成都市锦江区；同一个县区的四川省成都市锦江区锦绣花园从5月1日起为高风险',
    )
  })

  it('names an area elsewhere in the city', () => {
    const stay = { region: '510107', last: '2026-05-03', through: false }
    expect(why(exposed({ near: 'city', stay }))[0]).toContain(
      '您5月3日离开四川省成都市武侯区；同一个城市的四川省成都市锦江区',
    )
  })

  it('may have been passed through', () => {
    const stay = { region: '510104', last: '2026-05-03', through: true }
    expect(why(exposed({ stay }))[0]).toContain('您5月3日途经四川省成都市锦江区')
  })

  it('may still be left', () => {
    const stay = { region: '510104', last: '2026-05-06', through: false }
    expect(why(exposed({ stay }))[0]).toContain('您5月6日将离开')
  })

  it('may lie abroad', () => {
    const place = '香港特别行政区'
    const stay = { region: '810101', last: '2026-05-03', through: false }
    expect(why({ ...exposed({ near: 'abroad', level: null, area: null, stay }), place })[0]).toBe(
      '您5月3日从香港特别行政区出发，按境外来的人员安排。',
    )
  })

  it('may not be on the list', () => {
    expect(why(exposed({ near: null, level: null, area: null }))[0]).toBe(
      '您5月3日离开四川省成都市锦江区；那里不在5月2日公布的风险地区名单上，来源：市疾控中心。',
    )
  })

  it('is told where there is no list', () => {
    const nothing = exposed({ near: null, level: null, area: null })
    expect(why({ ...nothing, list: null })[0]).toContain('目前没有公布风险地区名单')
  })

  it('is told a year later with the year', () => {
    expect(why({}, {}, '2027-05-05')[0]).toContain('您2026年5月3日离开四川省成都市锦江区')
  })
})

describe('how days are counted', () => {
  it('is told from leaving, with how many are left on arriving', () => {
    expect(why()[1]).toBe('天数从离开那天（5月3日）算起，共 7 天；5月5日到达，还有 5 天。')
  })

  it('is told from the last day at risk, where they left later', () => {
    const area = { ...compound, name: '', until: '2026-05-02' }
    const counted = { from: 'leaving', since: '2026-05-02', days: 8 } as const
    expect(why({ ...exposed({ area, on: '2026-05-02' }), counted })[1]).toBe(
      '天数从那里有风险的最后一天（5月2日）算起，共 8 天；5月5日到达，还有 5 天。',
    )
  })

  it('is told from arriving', () => {
    const counted = { from: 'arrival', since: '2026-05-05', days: 5 } as const
    expect(why({ counted })[1]).toBe('天数从到达那天（5月5日）算起，共 5 天，第一天和最后一天都算。')
  })

  it('says that the first measure has passed where only the second is left', () => {
    const second = { measure: 'healthMonitoring', days: 1, from: '2026-05-12', until: '2026-05-12' } as const
    expect(why({}, { ...second, then: null })[1]).toBe('天数从离开那天（5月3日）算起，前一段已经过去。')
  })

  it('says that all of it has passed where nothing is left', () => {
    const nothing = { measure: 'noticeOnly', days: 0, from: '2026-05-20', until: '2026-05-20' } as const
    expect(why({}, { ...nothing, then: null })[1]).toBe('天数从离开那天（5月3日）算起，7 天已经过去。')
  })

  it('is left out where a rule has no days', () => {
    const counted = { from: 'arrival', since: '2026-05-05', days: 0 } as const
    expect(why({ counted }).join()).not.toContain('算起')
  })
})

describe('which rule it came from', () => {
  it('is told with the editions of policy and list', () => {
    expect(why().slice(-2)).toEqual([
      '依据：防控政策“第九版”（第 2 版）里的“中风险区”这一条。',
      '名单：风险地区名单第 7 版。',
    ])
  })

  it('is not told where staff chose by hand', () => {
    expect(whyOf({ outcome: byHand, regions, reader: 'owner', today })).toEqual([])
  })
})

describe('what staff read besides', () => {
  const possible = [{ place: '四川省 成都市 锦江区 锦绣花园', level: 'high' as const }]
  const toStaff = (changed: Partial<Basis> = {}) =>
    whyOf({
      outcome: { ...someOutcome, basis: { ...someBasis, ...changed } },
      regions,
      reader: 'staff',
      today,
    })

  it('is how many days have passed since leaving, and the sentence of the rule for staff', () => {
    expect(toStaff()).toEqual(expect.arrayContaining(['到5月5日，离开 2 天。', '核对离开的日子。']))
    expect(why().join()).not.toContain('核对离开的日子')
  })

  it('is to ask about finer areas of the county', () => {
    expect(toStaff({ possible })).toContain(
      '同一个县区还有风险地区：四川省成都市锦江区锦绣花园（高风险）。请问清是否去过。',
    )
    expect(why({ possible }).join()).not.toContain('锦绣花园')
  })
})
