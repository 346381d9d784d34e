import { randomUUID } from 'node:crypto'
import { dayOf } from '@contract/calendar'
import { tipLimits } from '@contract/letterbox'
import type { PaceDocument } from '@kernel/pacing'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { insert, stored } from './support/keeping'
import { arrived, empty, letterPicture, lettersIn, telling, told } from './support/letters'

const WAVE = 4

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const tell = (openid: string, changes = {}) => community.as(openid).letterbox.tell(telling(changes))

describe('1,000 tips in a minute from three accounts', () => {
  it('leave five of each, and a fourth account gets through', async () => {
    const codes: string[] = []
    for (let sent = 0; sent < 1000; sent += WAVE) {
      const answers = await Promise.all(
        Array.from({ length: WAVE }, (_, index) => tell(`flooding-${(sent + index) % 3}`)),
      )
      codes.push(...answers.map((answer) => (answer.ok ? 'told' : answer.error.code)))
    }
    const times = (wanted: string) => codes.filter((code) => code === wanted).length
    expect(times('told')).toBe(3 * tipLimits.tipsADay)
    expect(times('tooOften')).toBe(1000 - 3 * tipLimits.tipsADay)
    expect(lettersIn(community)).toHaveLength(3 * tipLimits.tipsADay)
    answered(await tell('honest'))
  }, 120_000)
})

describe('a community that is flooded', () => {
  const flooded = { place: 'qinghe-5-1-1-1' }
  const accounts = Array.from(
    { length: tipLimits.tipsAnHourAtAPlace / tipLimits.tipsADay },
    (_, index) => `crowd-${index}`,
  )
  beforeAll(async () => {
    for (let time = 0; time < tipLimits.tipsADay; time += 1)
      await Promise.all(accounts.map((account) => told(community, account, flooded)))
  })

  it('still takes the first tip of the day of an account, and no second one', async () => {
    answered(await tell('first', flooded))
    expect(refusal(await tell('first', flooded)).code).toBe('tooOften')
  })

  it('is so as well when the letterbox has been emptied', async () => {
    await empty(community)
    answered(await tell('later', flooded))
    expect(refusal(await tell('later', flooded)).code).toBe('tooOften')
  })

  it('does not keep anybody from telling of another community', async () => {
    answered(await tell('second', flooded))
    answered(await tell('second', { place: 'qinghe-6-1-1-1' }))
  })

  it('takes no first tip twice at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => tell('quick', flooded)))
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
  })
})

describe('one account in a day', () => {
  it('sends thirty letters', async () => {
    const receipt = await arrived(community, 'talkative', { place: 'qinghe-7-1-1-1' })
    const add = () =>
      community.as('talkative').letterbox.add({ receipt, letter: randomUUID(), words: '还有' })
    for (let sent = 1; sent < tipLimits.lettersADay; sent += 1) answered(await add())
    expect(refusal(await add()).code).toBe('tooOften')
  })

  it('adds thirty pictures', async () => {
    const letter = randomUUID() as string
    const add = () => letterPicture(community, 'photographer', letter)
    const more = () => letterPicture(community, 'photographer', randomUUID())
    await Promise.all(Array.from({ length: tipLimits.picturesADay - 1 }, more))
    await add()
    await expect(more()).rejects.toThrow('pictureTooOften')
  })

  it('is asked again what it has sent already without being counted', async () => {
    const tip = telling()
    for (let sent = 0; sent < tipLimits.tipsADay; sent += 1) await told(community, 'repeating')
    expect(refusal(await tell('repeating', tip)).code).toBe('tooOften')
    const last = telling()
    answered(await tell('repeating-2', last))
    for (let sent = 0; sent < tipLimits.lettersADay; sent += 1) answered(await tell('repeating-2', last))
    for (let sent = 1; sent < tipLimits.tipsADay; sent += 1) await told(community, 'repeating-2')
  })

  it('is still answered the receipt of what it has sent when it may tell nothing more', async () => {
    const last = telling()
    for (let sent = 1; sent < tipLimits.tipsADay; sent += 1) await told(community, 'enough')
    const { receipt } = answered(await tell('enough', last))
    expect(answered(await tell('enough', last)).receipt).toBe(receipt)
    await empty(community)
    expect(answered(await tell('enough', last)).receipt).toBe(receipt)
    expect(refusal(await tell('enough')).code).toBe('tooOften')
  })

  it('is not counted a tip that is refused', async () => {
    const offends = { code: 'invalidInput', fields: { words: 'offends' } }
    for (let sent = 0; sent <= tipLimits.tipsADay; sent += 1)
      expect(refusal(await tell('rude', { words: '测试违规' }))).toMatchObject(offends)
    answered(await tell('rude'))
  })
})

describe('what was counted', () => {
  it('says neither who nor what, and is of today', () => {
    const counts = stored<PaceDocument>(community, 'paces')
    expect(counts.length).toBeGreaterThan(10)
    expect(Object.keys(counts[0] ?? {}).sort()).toEqual(['_id', 'acts', 'count', 'period', 'stricter'])
    expect(new Set(counts.map(({ period }) => period))).toEqual(new Set([dayOf(new Date())]))
  })

  it('says nothing of where: what is inserted after an account is counted would be that account’s place', async () => {
    answered(await tell('far-away', { place: 'qinghe-2-1-1-1' }))
    const before = stored<PaceDocument>(community, 'paces').length
    answered(await tell('far-away', { place: 'qinghe-3-1-1-1' }))
    expect(stored<PaceDocument>(community, 'paces')).toHaveLength(before)
  })

  it('is deleted with its key when the day is over, and that of this month is kept', async () => {
    const [yesterday, month] = ['2026-01-01', dayOf(new Date()).slice(0, 7)]
    insert(
      community,
      'paceKeys',
      [yesterday, month].map((_id) => ({ _id, secret: `key of ${_id}` })),
    )
    insert(
      community,
      'paces',
      [yesterday, month].map((period) => ({ _id: `count of ${period}`, period, count: 1 })),
    )
    await empty(community)
    expect(stored(community, 'paceKeys').map(({ _id }) => _id)).toEqual(
      expect.arrayContaining([month, dayOf(new Date())]),
    )
    expect(stored(community, 'paceKeys')).toHaveLength(2)
    const left = stored(community, 'paces').map(({ _id }) => _id)
    expect(left).toContain(`count of ${month}`)
    expect(left).not.toContain(`count of ${yesterday}`)
    const bytes = await community.storedBytes()
    expect(bytes.includes(`key of ${yesterday}`)).toBe(false)
  })
})
