import type { TimelineEntry } from '@contract/cases'
import type { RegistrationAnswers, RegistrationView } from '@contract/returnee'
import { whatNow } from '@/components/whatNow'
import { byHand, someBasis, someOutcome } from './support/outcomes'

const now = new Date('2026-11-20T02:00:00Z')

const answers: RegistrationAnswers = {
  person: { name: '方小棠', phone: '13800001234', document: { kind: 'residentId', number: '' } },
  household: { place: 'qinghe-1-1-1', door: '' },
  from: { region: '110105', detail: '' },
  leftOn: '2026-11-19',
  arrivesOn: '2026-11-20',
  transport: { by: 'train', number: '', plate: '' },
  companions: [],
  passed: [],
  test: { result: 'none', takenAt: '', pictures: [] },
  symptoms: [],
  vaccination: 'unknown',
  note: '',
}

const entry = (event: string, words: string): TimelineEntry => ({
  at: '2026-11-20T01:00:00.000Z',
  event,
  from: 'submitted',
  to: 'asked',
  actor: 'gridWorker',
  name: '王秀英',
  words,
  detail: null,
})

const shown = (changed: Partial<RegistrationView> = {}) => ({
  status: 'submitted' as const,
  answers,
  outcome: null,
  expected: null,
  todo: { role: 'gridWorker' as const, assignee: null, dueAt: '2026-11-20T06:00:00.000Z' },
  contact: { name: '王秀英', duty: 'gridWorker' as const, phone: '13800000001' },
  timeline: [],
  ...changed,
})

const says = (changed: Partial<RegistrationView>) => whatNow(shown(changed), now)

describe('while a registration waits', () => {
  it('says who looks at it, and by when', () => {
    const { title, sentences } = says({})
    expect(title).toBe('等网格员王秀英联系您')
    expect(sentences).toContain('网格员王秀英会在今天 14:00 前查看您的登记。')
  })

  it('names the community where nobody is named', () => {
    expect(says({ contact: null }).title).toBe('等社区联系您')
  })

  it('names the colleague it was handed to', () => {
    const todo = {
      role: 'communityOfficer' as const,
      assignee: { id: '1', name: '李明' },
      dueAt: '2026-11-20T06:00:00.000Z',
    }
    expect(says({ todo }).title).toBe('等社区专干李明联系您')
  })

  it('asks those who are here to stay at home, without urging to call', () => {
    expect(says({})).toMatchObject({
      callNow: false,
      sentences: expect.arrayContaining([expect.stringContaining('待在家里')]) as string[],
    })
  })

  it('asks those on the way for a mask', () => {
    const onTheWay = says({ answers: { ...answers, arrivesOn: '2026-11-22' } })
    expect(onTheWay.sentences.join()).toContain('路上请戴好口罩')
  })

  it.each([
    ['with a symptom', { ...answers, symptoms: ['fever' as const] }],
    [
      'with a positive test',
      { ...answers, test: { result: 'positive' as const, takenAt: '2026-11-19 08:00', pictures: [] } },
    ],
  ])('tells somebody %s to call now and not go out', (_who, unwell) => {
    expect(says({ answers: unwell })).toMatchObject({
      tone: 'danger',
      callNow: true,
      sentences: expect.arrayContaining([expect.stringContaining('不要出门')]) as string[],
    })
  })

  it('suggests a call when nobody looked in time', () => {
    const late = { role: 'gridWorker' as const, assignee: null, dueAt: '2026-11-20T01:59:00.000Z' }
    expect(says({ todo: late })).toMatchObject({ callNow: true })
  })
})

describe('once the community has spoken', () => {
  it('shows the latest question and who asked it', () => {
    const timeline = [entry('ask', '几号到'), entry('ask', '几号车厢')]
    expect(says({ status: 'asked', timeline }).sentences).toEqual(['网格员王秀英问：几号车厢'])
  })

  it('says from which day to which a measure lasts, and what it means', () => {
    const outcome = { measure: 'homeObservation' as const, days: 7, from: '2026-11-20', until: '2026-11-26' }
    const { title, sentences } = says({ status: 'accepted', outcome, todo: null })
    expect(title).toBe('居家观察 7 天')
    expect(sentences[0]).toBe('从11月20日（周五），到11月26日（周四）晚上结束。')
    expect(sentences.join()).toContain('不出门')
  })

  it('is still in force on the last day', () => {
    const outcome = { measure: 'homeObservation' as const, days: 1, from: '2026-11-20', until: '2026-11-20' }
    expect(says({ status: 'accepted', outcome }).tone).toBe('warning')
  })

  it('asks nothing more after the last day', () => {
    const outcome = { measure: 'homeObservation' as const, days: 7, from: '2026-11-10', until: '2026-11-16' }
    expect(says({ status: 'accepted', outcome })).toMatchObject({
      tone: 'good',
      sentences: ['11月16日（周一）已经结束。'],
    })
  })

  it('names no days of a notice', () => {
    const outcome = { measure: 'noticeOnly' as const, days: 0, from: '2026-11-20', until: '2026-11-20' }
    const { title, sentences } = says({ status: 'accepted', outcome })
    expect(title).toBe('不用隔离')
    expect(sentences.join()).not.toContain('11月')
  })

  it('passes on what was said with the decision', () => {
    const outcome = { measure: 'healthMonitoring' as const, days: 3, from: '2026-11-20', until: '2026-11-22' }
    const timeline = [entry('accept', '明天送体温计')]
    expect(says({ status: 'accepted', outcome, timeline }).sentences).toContain('社区说：明天送体温计')
  })

  it('gives the reason of a rejection', () => {
    expect(says({ status: 'rejected', timeline: [entry('reject', '不住在本社区')] }).sentences[0]).toBe(
      '原因：不住在本社区',
    )
  })

  it.each(['revise', 'confirm', 'grant', 'uphold'])('passes on the words of the latest %s', (event) => {
    const outcome = { measure: 'healthMonitoring' as const, days: 3, from: '2026-11-20', until: '2026-11-22' }
    const timeline = [entry('accept', '明天送体温计'), entry(event, '又核对过')]
    const { sentences } = says({ status: 'accepted', outcome, timeline })
    expect(sentences).toContain('社区说：又核对过')
    expect(sentences.includes('决定有调整，请按新的做。')).toBe(event !== 'uphold')
    expect(sentences.join()).not.toContain('体温计')
  })

  it('gives the answer to an appeal against a rejection besides its reason', () => {
    const timeline = [entry('reject', '不住在本社区'), entry('uphold', '已上门核实')]
    expect(says({ status: 'rejected', timeline }).sentences.slice(0, 2)).toEqual([
      '原因：不住在本社区',
      '社区说：已上门核实',
    ])
  })

  it('asks nothing after a withdrawal', () => {
    expect(says({ status: 'withdrawn', todo: null })).toMatchObject({ callNow: false, title: '登记已经撤回' })
  })
})

describe('while an appeal is heard', () => {
  const outcome = { measure: 'homeObservation' as const, days: 7, from: '2026-11-20', until: '2026-11-26' }
  const todo = {
    role: 'streetOfficer' as const,
    assignee: { id: '1', name: '顾远山' },
    dueAt: '2026-11-21T02:00:00.000Z',
  }

  it('says who hears it and by when, and that the measure stands meanwhile', () => {
    const { title, sentences, callNow } = says({ status: 'appealed', outcome, todo })
    expect(title).toBe('先照现在的措施做，等答复')
    expect(sentences.slice(0, 3)).toEqual([
      '您的申诉已转给街道干部顾远山，最晚明天 10:00 答复。',
      '现在的措施是居家观察 7 天。',
      '从11月20日（周五），到11月26日（周四）晚上结束。',
    ])
    expect(sentences.join()).toContain('不出门')
    expect(callNow).toBe(false)
  })

  it('does not ask anybody to keep to a measure that is over', () => {
    const over = { ...outcome, from: '2026-11-10', until: '2026-11-16' }
    const { title, sentences } = says({ status: 'appealed', outcome: over, todo })
    expect(title).toBe('等申诉的答复')
    expect(sentences).toEqual([
      '您的申诉已转给街道干部顾远山，最晚明天 10:00 答复。',
      '11月16日（周一）已经结束。',
    ])
  })

  it('names the rank where nobody has been found yet', () => {
    const { sentences } = says({ status: 'appealed', outcome, todo: { ...todo, assignee: null } })
    expect(sentences[0]).toBe('您的申诉已转给街道干部，最晚明天 10:00 答复。')
  })

  it('suggests a call when nobody has answered in time', () => {
    const late = { ...todo, dueAt: '2026-11-20T01:00:00.000Z' }
    expect(says({ status: 'appealed', outcome, todo: late })).toMatchObject({
      callNow: true,
      sentences: expect.arrayContaining([expect.stringContaining('打电话问一问')]) as string[],
    })
  })

  it('asks nothing of somebody whose registration was rejected', () => {
    const { title, sentences } = says({ status: 'appealed', todo })
    expect(title).toBe('等申诉的答复')
    expect(sentences).toHaveLength(1)
  })
})

describe('while what the rules expect waits to be confirmed', () => {
  const expected = {
    ...someOutcome,
    from: '2026-11-20',
    until: '2026-11-24',
    then: null,
    tests: ['2026-11-20', '2026-11-24'],
    basis: { ...someBasis, counted: { from: 'leaving' as const, since: '2026-11-18', days: 7 } },
  }

  it('says what is expected, that it is to be confirmed, until when, and who looks', () => {
    const { tone, title, sentences } = says({ expected })
    expect(tone).toBe('warning')
    expect(title).toBe('预计：居家观察 5 天')
    expect(sentences).toEqual(
      expect.arrayContaining([
        '这是按规定预计的，待社区确认。',
        '请在家观察，等社区上门。',
        '从11月20日（周五），到11月24日（周二）晚上结束。',
        '网格员王秀英会在今天 14:00 前查看您的登记。',
      ]),
    )
  })

  it('asks whoever is to be fetched to wait at home', () => {
    const central = { ...expected, measure: 'centralObservation' as const }
    expect(says({ expected: central }).sentences.join()).toContain('请先待在家里')
  })

  it('still tells somebody who is unwell to call first', () => {
    const unwell = says({ expected, answers: { ...answers, symptoms: ['fever'] } })
    expect(unwell).toMatchObject({ tone: 'danger', callNow: true })
    expect(unwell.sentences).toContain('预计：居家观察 5 天，待社区确认。')
  })

  it('is said with a question of the community', () => {
    const asked = says({ status: 'asked', expected, timeline: [entry('ask', '几号到')] })
    expect(asked.sentences).toContain('预计：居家观察 5 天，待社区确认。')
  })

  it('says that the list has changed since it was sent', () => {
    const changedLater = says({ expected, timeline: [entry('register', ''), entry('reexpect', '')] })
    expect(changedLater.sentences.join()).toContain('名单或防控政策有变化')
    expect(says({ expected }).sentences.join()).not.toContain('有变化')
  })

  it('is not said of days that have all passed', () => {
    const over = { ...expected, from: '2026-11-10', until: '2026-11-14', tests: [] }
    expect(says({ expected: over }).title).toBe('等网格员王秀英联系您')
  })
})

describe('when the rules expect something else than was decided', () => {
  const outcome = { ...byHand, from: '2026-11-20', until: '2026-11-26' }
  const stricter = { ...outcome, measure: 'centralObservation' as const }
  const changedLater = (expected: typeof outcome | typeof stricter) =>
    says({ status: 'reassessed', outcome, expected, timeline: [entry('accept', ''), entry('reassess', '')] })

  it('keeps to what is in force until the community has confirmed', () => {
    const { title, sentences } = changedLater(stricter)
    expect(title).toBe('有新变化，社区会重新确认')
    expect(sentences).toContain('现在的安排是居家观察 7 天，社区确认以前照这个做。')
    expect(sentences).toContain('从11月20日（周五），到11月26日（周四）晚上结束。')
  })

  it('asks to be careful where it becomes stricter, and not where it becomes looser', () => {
    const looser = { ...outcome, days: 3, until: '2026-11-22' }
    expect(changedLater(stricter).sentences.join()).toContain('尽量不出门')
    expect(changedLater(looser).sentences.join()).not.toContain('尽量不出门')
  })

  it('asks to be careful where what was stricter is over and something else is not', () => {
    const over = { ...stricter, until: '2026-11-19' }
    const { sentences } = says({ status: 'reassessed', outcome: over, expected: outcome })
    expect(sentences.join()).toContain('尽量不出门')
  })

  it('says that the decision changed when the new measure was adopted', () => {
    const adopted = { ...entry('adopt', ''), from: 'reassessed' }
    const { sentences } = says({ status: 'accepted', outcome: stricter, timeline: [adopted] })
    expect(sentences).toContain('决定有调整，请按新的做。')
  })

  it('says nothing of a change when the first decision was what was expected', () => {
    const { sentences } = says({ status: 'accepted', outcome, timeline: [entry('adopt', '')] })
    expect(sentences).not.toContain('决定有调整，请按新的做。')
  })
})
