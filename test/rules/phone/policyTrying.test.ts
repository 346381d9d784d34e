import {
  exampleOf,
  isComplete,
  keeping,
  leavingOn,
  MOST_KEPT,
  noExample,
  tryingText,
  without,
  type Trying,
} from '@/staff/policy/edit/trying'

const now = new Date('2022-05-05T04:00:00Z')
const from = { region: '510107', names: '四川省 成都市 武侯区' }

const trying = (changes: Partial<Trying> = {}): Trying => ({
  ...noExample(now),
  leftOn: '2022-05-03',
  arrivesOn: '2022-05-05',
  from,
  ...changes,
})

describe('somebody made up', () => {
  it('needs a county to come from', () => {
    expect(isComplete(noExample(now))).toBe(false)
    expect(isComplete(trying())).toBe(true)
  })

  it('never arrives before leaving', () => {
    expect(leavingOn(trying(), '2022-05-07')).toEqual({ leftOn: '2022-05-07', arrivesOn: '2022-05-07' })
    expect(leavingOn(trying(), '2022-05-01')).toEqual({ leftOn: '2022-05-01', arrivesOn: '2022-05-05' })
  })

  it('is sent by the code of the county, and where in it', () => {
    expect(exampleOf(trying({ detail: ' 示例小区 ' })).from).toEqual({ region: '510107', detail: '示例小区' })
  })

  it('is told in a line', () => {
    expect(tryingText(trying(), '2022-05-05')).toBe('5月3日离开四川省 成都市 武侯区，5月5日到达 · 检测阴性')
    expect(tryingText(trying({ detail: '示例小区' }), '2022-05-05')).toContain('武侯区 示例小区，')
    const ill = trying({ hasSymptoms: true, test: 'none', vaccination: 'full' })
    expect(tryingText(ill, '2022-05-05')).toMatch(/ · 有症状 · 没检测 · 全程接种$/)
  })
})

describe('examples that are kept', () => {
  it('are kept once each', () => {
    expect(keeping([trying()], trying())).toHaveLength(1)
    expect(keeping([trying()], trying({ hasSymptoms: true }))).toHaveLength(2)
  })

  it('are a few: the earliest goes', () => {
    const tests = ['2022-05-05', '2022-05-06', '2022-05-07', '2022-05-08', '2022-05-09', '2022-05-10']
    const kept = tests.reduce<Trying[]>((all, arrivesOn) => keeping(all, trying({ arrivesOn })), [])
    expect(kept).toHaveLength(MOST_KEPT)
    expect(kept.map(({ arrivesOn }) => arrivesOn)).toEqual(tests.slice(1))
  })

  it('can be given up', () => {
    expect(tryingText(trying({ detail: '示例小区' }), '2022-05-05')).toContain('武侯区 示例小区，')
    const ill = trying({ hasSymptoms: true })
    expect(without([trying(), ill], trying())).toEqual([ill])
  })
})
