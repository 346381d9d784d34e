import type { TimelineEntry } from '@contract/cases'
import { returneeMachine } from '@contract/returnee'
import { timelineLine, timelineLines } from '@/components/timelineLines'

const TODAY = '2026-11-20'

const entry = (changed: Partial<TimelineEntry>): TimelineEntry => ({
  at: '2026-11-20T02:05:00.000Z',
  event: 'note',
  from: 'submitted',
  to: 'submitted',
  actor: 'gridWorker',
  name: '王秀英',
  words: null,
  detail: null,
  ...changed,
})

const toStaff = (changed: Partial<TimelineEntry>) => timelineLine(entry(changed), 'staff', TODAY)
const toOwner = (changed: Partial<TimelineEntry>) => timelineLine(entry(changed), 'owner', TODAY)

describe('the timeline', () => {
  it('says who asked, when, and word for word what', () => {
    expect(toStaff({ event: 'ask', words: '车次是多少' })).toEqual({
      when: '今天 10:05',
      sentence: '网格员 王秀英 问',
      words: '车次是多少',
    })
  })

  it('says what was decided and for how long', () => {
    const detail = { measure: 'homeObservation', days: 7 }
    expect(toStaff({ event: 'accept', detail }).sentence).toBe('网格员 王秀英 确认了登记：居家观察 7 天')
  })

  it('says which measure follows the first', () => {
    const detail = { measure: 'centralObservation', days: 7, thenMeasure: 'healthMonitoring', thenDays: 3 }
    expect(toStaff({ event: 'adopt', detail }).sentence).toBe(
      '网格员 王秀英 按规定的措施确认：集中观察 7 天，再健康监测 3 天',
    )
  })

  it('says which edition made the rules expect what, and that the community looks at it again', () => {
    const detail = { measure: 'homeObservation', days: 7, kind: 'riskList', number: 3 }
    const bySystem = { actor: 'system' as const, name: null, detail }
    expect(toOwner({ event: 'reexpect', ...bySystem }).sentence).toBe(
      '风险地区名单更新到第 3 版，预计改为：居家观察 7 天',
    )
    expect(toOwner({ event: 'reassess', ...bySystem }).sentence).toContain('等社区重新确认')
  })

  it('says no days of a measure that has none', () => {
    const detail = { measure: 'noticeOnly', days: 0 }
    expect(toStaff({ event: 'accept', detail }).sentence).toBe('网格员 王秀英 确认了登记：告知即可')
  })

  it('says to whom a case went', () => {
    expect(toStaff({ event: 'reassign', detail: { colleague: '李明' } }).sentence).toBe(
      '网格员 王秀英 把这件事交给了 李明',
    )
  })

  it('calls the one whose case it is "you" to themselves', () => {
    expect(toOwner({ event: 'register', actor: 'owner', name: null }).sentence).toBe('您提交了登记')
  })

  it('calls them the registrant to staff', () => {
    expect(toStaff({ event: 'amend', actor: 'owner', name: null }).sentence).toBe('登记人修改了登记')
  })

  it('names both who proposed a stricter measure and who confirmed it', () => {
    const detail = {
      measure: 'centralObservation',
      days: 7,
      proposer: '王秀英',
      proposerRole: 'gridWorker',
    }
    expect(toOwner({ event: 'confirm', actor: 'communityOfficer', name: '沈知秋', detail }).sentence).toBe(
      '社区专干 沈知秋 确认了更严的措施：集中观察 7 天（网格员 王秀英 提出），原因',
    )
  })

  it('says to whom an appeal went', () => {
    const detail = { role: 'streetOfficer', colleague: '顾远山' }
    expect(toOwner({ event: 'appeal', actor: 'owner', name: null, detail }).sentence).toBe(
      '您不同意这个决定，转给 顾远山 复核，原因',
    )
    expect(toStaff({ event: 'appeal', detail }).sentence).toBe(
      '网格员 王秀英 记下了居民的申诉，转给 顾远山 复核，原因',
    )
  })

  it('tells an answer on the telephone from one that was typed', () => {
    expect(toOwner({ event: 'answer' }).sentence).toBe('网格员 王秀英 记下了您在电话里的回答')
  })

  it('tells the person who looked at the clear text, and why', () => {
    expect(toOwner({ event: 'reveal', words: '电话核实' })).toMatchObject({
      sentence: '网格员 王秀英 查看了完整信息，原因',
      words: '电话核实',
    })
  })

  it('tells the latest first', () => {
    const lines = timelineLines([entry({ words: 'first' }), entry({ words: 'second' })], 'staff', TODAY)
    expect(lines.map(({ words }) => words)).toEqual(['second', 'first'])
  })

  it.each(['register', ...Object.keys(returneeMachine.events)])(
    'has a sentence of its own for %s',
    (event) => {
      expect(toStaff({ event }).sentence).not.toBe(toStaff({ event: 'unheardOf' }).sentence)
    },
  )

  it('still says that something happened when it has no sentence for it', () => {
    expect(toStaff({ event: 'unheardOf' }).sentence).toBe('网格员 王秀英 更新了登记')
  })
})
