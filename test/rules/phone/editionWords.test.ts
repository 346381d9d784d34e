import type { EditionHead } from '@contract/editions'
import type { Run } from '@contract/reassessment'
import { editionTag, editionTitle, effectiveText, effectText } from '@/components/staff/editionWords'

const now = new Date('2022-05-02T04:00:00Z')
const later = '2022-05-03T00:00:00Z'

const head = (changes: Partial<EditionHead> = {}): EditionHead => ({
  id: 'a',
  kind: 'riskList',
  place: { id: 'qinghe', level: 'street', names: ['青禾街道'] },
  status: 'proposed',
  number: null,
  source: { text: '示例公告', link: '', publishedOn: '2022-05-02' },
  effectiveFrom: '2022-05-02T03:00:00Z',
  words: '示例',
  proposed: { name: '顾远山', role: 'streetOfficer', at: '2022-05-02T03:00:00Z' },
  published: null,
  dropped: null,
  inForce: false,
  mayPublish: true,
  ...changes,
})

const run = (changes: Partial<Run> = {}): Run => ({
  edition: 'a',
  kind: 'riskList',
  purpose: 'forecast',
  status: 'done',
  seen: 40,
  changed: 5,
  total: 40,
  communities: [
    { community: { id: 'a', name: '春晓社区' }, numbers: { stricter: 3, looser: 0, first: 0 } },
    { community: { id: 'b', name: '夏荷社区' }, numbers: { stricter: 1, looser: 1, first: 0 } },
  ],
  beganAt: null,
  endedAt: null,
  ...changes,
})

describe('an edition', () => {
  it('has a number once it is published', () => {
    expect(editionTitle(head())).toBe('新名单')
    expect(editionTitle(head({ kind: 'policy', number: 3 }))).toBe('政策第 3 版')
  })

  it('is the one in force, waits for its time, or has been replaced', () => {
    const published = { status: 'published', number: 3 } as const
    expect(editionTag(head({ ...published, inForce: true }), now).text).toBe('现在用的')
    expect(editionTag(head({ ...published, effectiveFrom: later }), now).text).toBe('到时间生效')
    expect(editionTag(head(published), now).text).toBe('已发布')
    expect(editionTag(head(), now).text).toBe('待另一位负责人发布')
  })

  it('that is proposed for a time that has passed applies once it is published', () => {
    expect(effectiveText(head(), now)).toBe('发布后马上生效')
    expect(effectiveText(head({ effectiveFrom: later }), now)).toBe('明天 08:00 起生效')
    expect(effectiveText(head({ status: 'published' }), now)).toBe('今天 11:00 起生效')
  })
})

describe('what publishing does', () => {
  it('is said in numbers of all communities together', () => {
    expect(effectText(run())).toBe('5 份登记的安排会变：更严 4 份、更松 1 份')
  })

  it('may be nothing', () => {
    expect(effectText(run({ changed: 0, communities: [] }))).toBe('不影响已有的登记')
  })

  it('is not known before everybody has been looked at', () => {
    expect(effectText(run({ status: 'running', seen: 12 }))).toContain('已核对 12 份')
    expect(effectText(undefined)).toBe('受影响的人数还不知道')
  })
})
