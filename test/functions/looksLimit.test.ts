import { randomUUID } from 'node:crypto'
import type { LookCursor, LookLine } from '@contract/looks'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { tallyOf } from './support/looks'
import { act, registered } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity({
    lookTallies: [
      tallyOf('worker-1-1', 29, 5),
      tallyOf('worker-1-2', 30, 20),
      tallyOf('worker-2-1', 30, 61),
      tallyOf('worker-2-2', 30, 3_600),
      tallyOf('worker-3-1', 30, 20, new Date()),
      tallyOf('worker-6-1', 30, 20),
      tallyOf('officer-4', 30, 20),
      tallyOf('street-officer', 30, 20),
    ] as unknown as Document[],
  })
})
afterAll(() => community.close())

const at = (openid: string) => community.as(openid)

/** A look that counts, whatever it finds. */
const look = (openid: string) =>
  at(openid).looks.find({ submission: randomUUID(), number: '13900000000', words: '电话核实' })

const alertsSeenBy = async (openid: string) =>
  answered(await at(openid).inbox.list({ kind: 'lookAlert' })).items

async function allLooks(openid: string, place: string, post: string): Promise<LookLine[]> {
  const seen: LookLine[] = []
  let after: LookCursor | undefined
  do {
    const page = answered(await at(openid).looks.list({ place, post, after }))
    seen.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return seen
}

/** Who was told of a case. */
const toldOf = (id: string): string[] =>
  community.cloud.wechat.outbox
    .latest(1000)
    .filter(({ page, refused }) => page?.includes(id) && !refused)
    .map(({ to }) => to)

describe('of more than thirty looks within an hour', () => {
  it('the thirtieth is as usual; the next is refused, and told to the officer above', async () => {
    answered(await look('worker-1-1'))
    expect(await alertsSeenBy('officer-1')).toEqual([])
    const error = refusal(await look('worker-1-1'))
    expect(error.code).toBe('tooOften')
    expect(error.retryAfter).toBeGreaterThan(30)
    expect(error.retryAfter).toBeLessThanOrEqual(60)
    const [alert] = await alertsSeenBy('officer-1')
    expect(alert).toMatchObject({ kind: 'lookAlert', display: '王秀英', place: { id: 'qinghe-1' } })
    expect(toldOf(alert?.id ?? '')).toEqual(['officer-1'])
  })

  it('a case is not shown, and does not learn of it', async () => {
    const household = { place: 'qinghe-1-2-1-1', door: '' }
    const first = await registered(community, 'resident-1', { household })
    const error = refusal(await at('worker-1-2').returnee.reveal({ ...act(first), words: '电话核实' }))
    expect(error.code).toBe('tooOften')
    expect(error.retryAfter).toBeLessThanOrEqual(40)
    const { timeline } = answered(await at('resident-1').returnee.show({ case: first.id }))
    expect(timeline.map(({ event }) => event)).toEqual(['register'])
  })

  it('trying the ids of cases counts as well', async () => {
    const probe = {
      case: randomUUID() as string,
      version: 1,
      submission: randomUUID() as string,
      words: '看看',
    }
    expect(refusal(await at('worker-1-2').returnee.reveal(probe)).code).toBe('tooOften')
  })

  it('one is allowed a minute after the last, and only one', async () => {
    answered(await look('worker-2-1'))
    expect(refusal(await look('worker-2-1')).code).toBe('tooOften')
    expect(await alertsSeenBy('officer-2')).toHaveLength(1)
  })

  it('is nothing left to see an hour later', async () => {
    answered(await look('worker-2-2'))
    answered(await look('worker-2-2'))
    expect((await alertsSeenBy('officer-2')).map(({ display }) => display)).not.toContain('柏秋分')
  })

  it('the officer above is told once an hour', async () => {
    expect(refusal(await look('worker-3-1')).code).toBe('tooOften')
    expect(await alertsSeenBy('officer-3')).toEqual([])
    for (let n = 0; n < 3; n += 1) refusal(await look('worker-6-1'))
    expect(await alertsSeenBy('officer-6')).toHaveLength(1)
  })

  it('a hundred at once show thirty, each written down, and raise one alert', async () => {
    const household = { place: 'qinghe-5-1-1-1', door: '' }
    const cases = await Promise.all(
      Array.from({ length: 10 }, () => registered(community, 'resident-1', { household })),
    )
    const looks = Array.from({ length: 100 }, (_, n) => {
      const found = cases[n % cases.length] ?? { id: '', version: 1 }
      return at('worker-5-1').returnee.reveal({ ...act(found), words: '电话核实' })
    })
    const results = await Promise.all(looks)
    expect(results.filter(({ ok }) => ok)).toHaveLength(30)
    for (const result of results.filter(({ ok }) => !ok)) expect(refusal(result).code).toBe('tooOften')
    expect(await allLooks('officer-5', 'qinghe-5', 'post-worker-5-1')).toHaveLength(30)
    const [alert, ...more] = await alertsSeenBy('officer-5')
    expect(more).toEqual([])
    expect(toldOf(alert?.id ?? '')).toEqual(['officer-5'])
  })
})

describe('an alert', () => {
  it('about an officer of a community goes to the street', async () => {
    refusal(await look('officer-4'))
    const [alert] = (await alertsSeenBy('street-officer-2')).filter(({ display }) => display === '朱长乐')
    expect(toldOf(alert?.id ?? '').sort()).toEqual(['street-officer', 'street-officer-2'])
    expect(await alertsSeenBy('officer-4')).toEqual([])
  })

  it('about somebody above whom nobody stands is handed to the administrator', async () => {
    refusal(await look('street-officer'))
    const { alerts } = answered(await at('administrator').looks.list({ place: 'qinghe' }))
    expect(alerts.map(({ name }) => name)).toEqual(['顾远山'])
    const id = alerts[0]?.id ?? ''
    const { events } = answered(await at('administrator').looks.alert({ case: id }))
    expect(events).toEqual(['settle'])
    expect(toldOf(id)).toEqual(['administrator'])
  })

  it('is not for the one who looked, and colleagues do not clear each other', async () => {
    const { alerts } = answered(await at('administrator').looks.list({ place: 'qinghe' }))
    const id = alerts[0]?.id ?? ''
    const settling = { ...act({ id, version: 1 }), words: '没事' }
    expect((await alertsSeenBy('street-officer')).map((item) => item.id)).not.toContain(id)
    expect(refusal(await at('street-officer').looks.alert({ case: id })).code).toBe('notFound')
    expect(refusal(await at('street-officer').looks.settle(settling)).code).toBe('eventNotAllowed')
    expect(answered(await at('street-officer-2').looks.alert({ case: id })).events).toEqual([])
    expect(refusal(await at('street-officer-2').looks.settle(settling)).code).toBe('notYourOwn')
    expect(refusal(await at('officer-1').looks.alert({ case: id })).code).toBe('notFound')
    answered(await at('administrator').looks.settle(settling))
    expect(answered(await at('administrator').looks.list({ place: 'qinghe' })).alerts).toEqual([])
  })

  it('shows the looks, and is settled with words', async () => {
    const [line] = await alertsSeenBy('officer-5')
    const id = line?.id ?? ''
    const alert = answered(await at('officer-5').looks.alert({ case: id }))
    expect(alert).toMatchObject({ name: '郑小雪', role: 'gridWorker', status: 'open', events: ['settle'] })
    expect(alert.looks).toHaveLength(30)
    expect(alert.looks[0]).toMatchObject({ cases: [{ display: '方*棠' }], words: '电话核实' })
    expect(refusal(await at('officer-5').looks.settle({ ...act(alert), words: ' ' })).fields).toEqual({
      words: 'required',
    })
    const settling = { ...act(alert), words: '集中电话排查' }
    const settled = answered(await at('officer-5').looks.settle(settling))
    expect(settled).toEqual({ id, status: 'settled', version: 2 })
    const { wechat } = community.cloud
    const usual = wechat.words
    wechat.words = [{ word: '排查', suggest: 'risky', label: 20001 }]
    // Sent again when WeChat has come to refuse it.
    const again = await at('officer-5').looks.settle(settling)
    wechat.words = usual
    expect(answered(again)).toEqual(settled)
    expect(await alertsSeenBy('officer-5')).toEqual([])
    const { timeline } = answered(await at('officer-5').looks.alert({ case: id }))
    expect(timeline.at(-1)).toMatchObject({ event: 'settle', name: '何如意', words: '集中电话排查' })
  })
})
