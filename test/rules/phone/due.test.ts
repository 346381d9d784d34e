import { dueOf } from '@/staff/due'

const now = new Date('2026-11-20T07:30:00Z')
const staffsTurn = (dueAt: string) => dueOf({ role: 'gridWorker', dueAt }, now)
const residentsTurn = (dueAt: string) => dueOf({ role: 'owner', dueAt }, now)

describe('when something is due', () => {
  it('says the hour for today, by the clock in China', () => {
    expect(staffsTurn('2026-11-20T10:00:00Z')).toEqual({ late: false, text: '今天 18:00 前处理' })
  })

  it('names tomorrow, also when it is still today in UTC', () => {
    expect(staffsTurn('2026-11-20T16:10:00Z').text).toBe('明天 00:10 前处理')
  })

  it('says the day for anything later', () => {
    expect(staffsTurn('2026-11-23T02:00:00Z').text).toBe('11月23日 10:00 前处理')
  })

  it('is not late at the very moment it is due', () => {
    expect(staffsTurn(now.toISOString()).late).toBe(false)
  })

  it.each([
    ['2026-11-20T07:29:30Z', '超期 1 分钟'],
    ['2026-11-20T06:31:00Z', '超期 59 分钟'],
    ['2026-11-20T06:30:00Z', '超期 1 小时'],
    ['2026-11-19T07:31:00Z', '超期 23 小时'],
    ['2026-11-18T07:30:00Z', '超期 2 天'],
  ])('tells how long it has been overdue since %s', (dueAt, text) => {
    expect(staffsTurn(dueAt)).toEqual({ late: true, text })
  })

  it('says that it is the resident who is waited for', () => {
    expect(residentsTurn('2026-11-21T02:00:00Z')).toEqual({ late: false, text: '等居民到 明天 10:00' })
  })

  it('says that it is the resident who is late', () => {
    expect(residentsTurn('2026-11-20T05:30:00Z')).toEqual({ late: true, text: '居民超期 2 小时没回复' })
  })
})
