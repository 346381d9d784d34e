import { randomUUID } from 'node:crypto'
import { answered, refusal } from './support/community'
import { insert, stored } from './support/keeping'
import { tallyOf } from './support/looks'
import { act, answersOf, place, registered, registration } from './support/registrations'
import { familyOf, reportOf } from './support/reports'
import { useTurnedClock } from './support/turnedClock'

/** Far enough for a family's report, a registration and what somebody was told of to be too old. */
const MUCH_LATER = 70

const town = useTurnedClock()

const at = (openid: string) => town.community.as(openid)

describe('whoever did not hear the answer, and sends it again when it is out of time', () => {
  it('is told that the family has been reported, once', async () => {
    const family = familyOf(town.community, 'resident-1')
    const report = reportOf(family)
    const first = answered(await at('resident-1').selfReport.report(report))
    await town.clock.turnTo(3)
    expect(answered(await at('resident-1').selfReport.report(report))).toEqual(first)
    await town.clock.turnTo(-1)
    expect(answered(await at('resident-1').selfReport.report(report))).toEqual(first)
    const found = stored<{ _id: string; days: { reports: unknown[] }[] }>(town.community, 'households')
    expect(found.find(({ _id }) => _id === family._id)?.days.flatMap(({ reports }) => reports)).toHaveLength(
      1,
    )
  })

  it('is told how the registration stands, once', async () => {
    const sent = registration()
    const first = answered(await at('resident-1').returnee.register(sent))
    await town.clock.turnTo(MUCH_LATER)
    expect(answered(await at('resident-1').returnee.register(sent))).toMatchObject({
      ...{ id: first.id, version: first.version },
    })
  })

  it('is told that a registration was amended, once', async () => {
    const first = await registered(town.community, 'resident-1')
    const amendment = { ...act(first), answers: answersOf({ note: '改坐大巴' }) }
    const amended = answered(await at('resident-1').returnee.amend(amendment))
    await town.clock.turnTo(MUCH_LATER)
    expect(answered(await at('resident-1').returnee.amend(amendment))).toEqual(amended)
  })
})

describe('what was not done in time', () => {
  it('is refused with the day named', async () => {
    const family = familyOf(town.community, 'resident-1')
    await town.clock.turnTo(3)
    const error = refusal(await at('resident-1').selfReport.report(reportOf(family)))
    expect(error).toMatchObject({ code: 'invalidInput', fields: { on: 'dayTooLongAgo' } })
  })

  it('is not shown to somebody else who knows the submission, and cannot say anything else under it', async () => {
    const sent = registration()
    answered(await at('resident-1').returnee.register(sent))
    await town.clock.turnTo(MUCH_LATER)
    const stranger = refusal(await at('resident-2').returnee.register(sent))
    expect(stranger).toMatchObject({
      code: 'invalidInput',
      fields: { 'answers.leftOn': 'departureTooLongAgo' },
    })
    const other = { ...sent, answers: { ...sent.answers, note: '其他' } }
    expect(refusal(await at('resident-1').returnee.register(other)).code).toBe('invalidInput')
  })
})

describe('what WeChat has come to refuse meanwhile', () => {
  const said = '听说要封城'

  /** Does it twice; the second time WeChat knows better. */
  async function twice<T>(send: () => Promise<T>): Promise<[T, T]> {
    const { wechat } = town.community.cloud
    const usual = wechat.words
    const first = await send()
    wechat.words = [{ word: '封城', suggest: 'risky', label: 20001 }]
    try {
      return [first, await send()]
    } finally {
      wechat.words = usual
    }
  }

  it('stays registered', async () => {
    const sent = registration({ note: said })
    const [first, again] = await twice(() => at('resident-1').returnee.register(sent))
    expect(answered(again).id).toBe(answered(first).id)
  })

  it.each(['note', 'ask', 'reject'] as const)('stays said by staff: %s', async (event) => {
    const saying = { ...act(await registered(town.community, 'resident-1')), words: said }
    const [first, again] = await twice(() => at('worker-1-1').returnee[event](saying))
    expect(answered(again)).toEqual(answered(first))
  })

  it('stays decided', async () => {
    const on = act(await registered(town.community, 'resident-1'))
    const decision = { ...on, measure: 'homeObservation' as const, days: 7, words: said }
    const [first, again] = await twice(() => at('worker-1-1').returnee.accept(decision))
    expect(answered(again)).toEqual(answered(first))
  })

  it('is refused where it is new', async () => {
    const [, fresh] = await twice(() => at('resident-1').returnee.register(registration({ note: said })))
    expect(refusal(fresh).fields).toEqual({ 'answers.note': 'offends' })
  })
})

describe('of a case that has left their places since', () => {
  async function left() {
    const first = await registered(town.community, 'resident-1')
    const [saying, look] = [act(first), act(first)].map((on) => ({ ...on, words: '电话核实' }))
    const said = answered(await at('worker-1-1').returnee.note(saying!))
    answered(await at('officer-1').returnee.reveal(look!))
    const answers = answersOf({ household: { place: place.elsewhere, door: '301' } })
    const { version } = first
    answered(await at('resident-1').returnee.amend({ ...act(first), version: version + 2, answers }))
    return { saying: saying!, look: look!, said }
  }

  it('whoever has said something is told so again, and nothing of what they did not do', async () => {
    const { saying, said } = await left()
    expect(answered(await at('worker-1-1').returnee.note(saying))).toMatchObject({ id: said.id })
    const another = { ...saying, submission: randomUUID() }
    expect(refusal(await at('worker-1-1').returnee.note(another)).code).toBe('notFound')
    expect(refusal(await at('worker-1-2').returnee.note(saying)).code).toBe('notFound')
  })

  it('nobody looks at it again', async () => {
    const { look } = await left()
    expect(refusal(await at('officer-1').returnee.reveal(look)).code).toBe('notFound')
  })
})

describe('the last look of an hour, sent twice', () => {
  it('is counted once, and shown to both', async () => {
    const first = await registered(town.community, 'resident-1')
    insert(town.community, 'lookTallies', [{ ...tallyOf('worker-1-1', 29, 5) }])
    const look = { ...act(first), words: '电话核实' }
    const sent = await Promise.all(Array.from({ length: 5 }, () => at('worker-1-1').returnee.reveal(look)))
    expect(sent.map((one) => one.ok || one.error.code)).toEqual([true, true, true, true, true])
    const tallies = stored<{ _id: string; acts: string[] }>(town.community, 'lookTallies')
    const tally = tallies.find(({ _id }) => _id === 'worker-1-1')
    expect(tally?.acts.filter((one) => one === look.submission)).toHaveLength(1)
    const next = { ...act(first), submission: randomUUID(), words: '再核实' }
    expect(refusal(await at('worker-1-1').returnee.reveal(next)).code).toBe('tooOften')
  })
})
