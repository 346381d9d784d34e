import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import { inForceId } from '@kernel/assessment/asInForce'
import type { InForceDocument, PolicyDocument } from '@kernel/assessment/editionDocuments'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { on, policyProposal, proposedPolicy, publishedPolicy } from './support/editions'
import { asIntruder } from './support/intruder'
import { insert, stored } from './support/keeping'
import { place, registered, today } from './support/registrations'
import { someRules } from './support/rulings'
import { postOf } from './support/staff'

let community: Community
beforeAll(async () => {
  const staff = [...demoPosts, postOf('street-officer-3', 'streetOfficer', 'qinghe')]
  community = await openCommunity({ staff: staff as unknown as Document[] })
})
beforeEach(() => {
  asIntruder(community, (store) => {
    for (const collection of ['policies', 'inForce', 'runs']) store.remove(collection, {}, { multi: true })
  })
})
afterAll(() => community.close())

const policy = (openid: string) => community.as(openid).policy
const policies = () => stored<PolicyDocument>(community, 'policies')
const publishedThere = () => stored<InForceDocument>(community, 'inForce')[0]?.published ?? []
const runs = () => stored<RunDocument>(community, 'runs')
const inTime = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

describe('an edition that was proposed', () => {
  it('waits, and applies to nobody', async () => {
    const head = await proposedPolicy(community)
    expect(head).toMatchObject({
      kind: 'policy',
      place: { id: 'qinghe', level: 'street' },
      status: 'proposed',
      number: null,
      published: null,
      inForce: false,
      mayPublish: false,
      proposed: { name: '顾远山', role: 'streetOfficer' },
    })
    expect(answered(await policy('street-officer').inForce({ place: 'qinghe' }))).toBeNull()
  })

  it('is one when it is sent twice, also at the same moment', async () => {
    const input = await policyProposal(community, 'street-officer')
    const { propose } = policy('street-officer')
    const [first, second] = await Promise.all([propose(input), propose(input)])
    expect(answered(second)).toEqual(answered(first))
    expect(answered(await propose(input))).toEqual(answered(first))
    expect(policies()).toHaveLength(1)
    expect(runs()).toMatchObject([{ purpose: 'forecast', edition: input.submission }])
  })

  it('is refused when its submission said something else before, or was somebody else’s', async () => {
    const input = await policyProposal(community, 'street-officer')
    answered(await policy('street-officer').propose(input))
    const other = { ...input, words: '改了理由' }
    expect(refusal(await policy('street-officer').propose(other)).code).toBe('submissionTaken')
    expect(refusal(await policy('street-officer-2').propose(input)).code).toBe('submissionTaken')
  })

  it('is of a street or a district: nothing narrower has its own', async () => {
    const input = await policyProposal(community, 'street-officer', { place: 'qinghe-1' })
    expect(refusal(await policy('street-officer').propose(input))).toMatchObject({
      code: 'invalidInput',
      fields: { place: 'placeTooNarrow' },
    })
  })

  it('is no more than thirty days ahead, and its source not of tomorrow', async () => {
    const far = await policyProposal(community, 'street-officer', { effectiveFrom: inTime(24 * 31) })
    expect(refusal(await policy('street-officer').propose(far)).fields).toEqual({
      effectiveFrom: 'outOfRange',
    })
    const source = { text: '示例公告', link: '', publishedOn: addDays(today, 1) }
    const early = await policyProposal(community, 'street-officer', { source })
    expect(refusal(await policy('street-officer').propose(early)).fields).toEqual({
      'source.publishedOn': 'outOfRange',
    })
  })

  it('is the fifth at most that waits at a place', async () => {
    const first = await proposedPolicy(community)
    for (let more = 0; more < 4; more += 1) await proposedPolicy(community)
    const sixth = await policyProposal(community, 'street-officer')
    expect(refusal(await policy('street-officer').propose(sixth)).code).toBe('tooOften')
    answered(await policy('street-officer').drop({ ...on(first), words: '写错了' }))
    expect(answered(await policy('street-officer').propose(sixth)).status).toBe('proposed')
  })
})

it('a proposal costs five database requests', async () => {
  const input = await policyProposal(community, 'street-officer')
  const cost = await community.costOf(() => policy('street-officer').propose(input))
  expect(cost.map(({ collection }) => collection)).toEqual([
    'staff',
    'policies',
    'policies',
    'runs',
    'inForce',
  ])
})

describe('publishing', () => {
  it('is for another officer than the one who proposed it', async () => {
    const proposed = await proposedPolicy(community)
    expect(refusal(await policy('street-officer').publish(on(proposed))).code).toBe('notYourOwn')
    expect(policies()[0]?.status).toBe('proposed')
    const seen = answered(await policy('street-officer-2').show(on(proposed)))
    expect(seen.mayPublish).toBe(true)
    expect(answered(await policy('street-officer-2').publish(on(proposed)))).toMatchObject({
      status: 'published',
      number: 1,
      inForce: true,
      mayPublish: false,
      published: { name: '骆同舟', role: 'streetOfficer' },
    })
  })

  it('makes it apply to all below at once, and starts to look at everybody again', async () => {
    const { id } = await publishedPolicy(community)
    expect(answered(await policy('worker-1-1').inForce({ place: 'qinghe-1-1' }))).toMatchObject({ id })
    expect(runs()).toMatchObject([{ purpose: 'forecast' }, { purpose: 'reassessment', edition: id }])
    const { expected } = await registered(community, 'resident-1', {
      household: { place: place.elsewhere, door: '301' },
    })
    expect(expected?.basis?.policy).toMatchObject({ id, number: 1 })
  })

  it('answers the same when it is sent twice, and does it once', async () => {
    const proposed = await proposedPolicy(community)
    const { publish } = policy('street-officer-2')
    const [first, second] = await Promise.all([publish(on(proposed)), publish(on(proposed))])
    expect(answered(second)).toEqual(answered(first))
    expect(answered(await publish(on(proposed)))).toEqual(answered(first))
    expect(publishedThere()).toHaveLength(1)
  })

  it('is done by one of two officers who publish it at once; the other is told', async () => {
    const proposed = await proposedPolicy(community)
    const both = await Promise.all(
      ['street-officer-2', 'street-officer-3'].map((openid) => policy(openid).publish(on(proposed))),
    )
    const won = both.filter(({ ok }) => ok)
    const lost = both.filter(({ ok }) => !ok)
    expect(won).toHaveLength(1)
    expect(refusal(lost[0]!).code).toBe('changedMeanwhile')
    expect(publishedThere()).toHaveLength(1)
  })

  it('gives two that are published at the same moment a number each, and the later one applies', async () => {
    const mine = await proposedPolicy(community, 'street-officer')
    const yours = await proposedPolicy(community, 'street-officer-2')
    const both = await Promise.all([
      policy('street-officer-2').publish(on(mine)),
      policy('street-officer').publish(on(yours)),
    ])
    expect(both.map((result) => answered(result).number).sort()).toEqual([1, 2])
    expect(publishedThere().map(({ number }) => number)).toEqual([2, 1])
    expect(answered(await policy('street-officer').inForce({ place: 'qinghe' }))?.number).toBe(2)
  })

  it('of what comes into force later leaves in force what is, until then', async () => {
    const now = await publishedPolicy(community)
    const later = await publishedPolicy(community, { effectiveFrom: inTime(2) })
    expect(later).toMatchObject({ number: 2, inForce: false })
    expect(answered(await policy('street-officer').inForce({ place: 'qinghe' }))?.id).toBe(now.id)
    expect(answered(await policy('street-officer').show(on(now))).inForce).toBe(true)
  })

  it('makes a moment that has passed the present one', async () => {
    const before = Date.now()
    const { effectiveFrom } = await publishedPolicy(community, { effectiveFrom: inTime(-48) })
    expect(Date.parse(effectiveFrom)).toBeGreaterThanOrEqual(before)
  })

  it('keeps twenty in mind, and always what is in force and what will be', async () => {
    const old = (number: number, hours: number) => ({
      id: randomUUID() as string,
      number,
      effectiveFrom: new Date(inTime(hours)),
    })
    const inForce = old(1, -10)
    const coming = Array.from({ length: 21 }, (_, index) => old(index + 3, 1 + index)).reverse()
    const document: InForceDocument = {
      _id: inForceId('policy', 'qinghe'),
      kind: 'policy',
      place: 'qinghe',
      published: [...coming, old(2, -20), inForce],
    }
    insert(community, 'inForce', [document])
    await publishedPolicy(community, { effectiveFrom: inTime(400) })
    const numbers = publishedThere().map(({ number }) => number)
    expect(numbers).toEqual([24, ...coming.map(({ number }) => number), 1])
  })

  it('costs the same few database requests each time', async () => {
    await publishedPolicy(community)
    const proposed = await proposedPolicy(community)
    const cost = await community.costOf(() => policy('street-officer-2').publish(on(proposed)))
    // Posts, the edition; begin, the edition again, in force, three writes, commit; in force for the answer.
    expect(cost.map(({ action }) => action)).toHaveLength(10)
  })
})

describe('dropping', () => {
  it('takes a proposal back for good, by whoever proposed it or another officer', async () => {
    const [mine, yours] = [await proposedPolicy(community), await proposedPolicy(community)]
    for (const [openid, edition] of [
      ['street-officer', mine],
      ['street-officer-2', yours],
    ] as const) {
      const dropped = answered(await policy(openid).drop({ ...on(edition), words: '来源有误' }))
      expect(dropped).toMatchObject({ status: 'dropped', mayPublish: false, dropped: { words: '来源有误' } })
      const publish = policy('street-officer-3').publish(on(edition))
      expect(refusal(await publish).code).toBe('changedMeanwhile')
    }
  })

  it('answers the same when it is sent twice', async () => {
    const proposed = await proposedPolicy(community)
    const input = { ...on(proposed), words: '来源有误' }
    const first = answered(await policy('street-officer').drop(input))
    expect(answered(await policy('street-officer').drop(input))).toEqual(first)
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'answers the same when it is sent several times at once: round %d',
    async () => {
      const input = { ...on(await proposedPolicy(community)), words: '来源有误' }
      const atOnce = <T>(ask: () => Promise<T>) => Promise.all([1, 2, 3, 4, 5, 6].map(ask))
      // Until there are as many instances the calls would follow one another.
      await atOnce(() => policy('street-officer').inForce({ place: 'qinghe' }))
      const all = await atOnce(() => policy('street-officer').drop(input))
      expect(new Set(all.map((one) => JSON.stringify(answered(one)))).size).toBe(1)
    },
  )

  it('comes too late for what has been published', async () => {
    const published = await publishedPolicy(community)
    const drop = policy('street-officer').drop({ ...on(published), words: '来源有误' })
    expect(refusal(await drop).code).toBe('changedMeanwhile')
    expect(answered(await policy('street-officer').inForce({ place: 'qinghe' }))?.id).toBe(published.id)
  })
})

describe('the editions of a place', () => {
  it('are those that wait, then the others from the newest on, page by page', async () => {
    const officer = { account: 'street-officer', name: '顾远山', role: 'streetOfficer' } as const
    const proposed = await proposedPolicy(community, 'street-officer-2')
    const [template] = policies()
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const older = Array.from({ length: 45 }, (_, index) => ({
      ...template,
      _id: randomUUID(),
      status: 'dropped' as const,
      // Two at a time have the same instant.
      proposed: { ...officer, at: at(Math.floor(index / 2)) },
    }))
    insert(community, 'policies', older)

    const { editions } = policy('street-officer')
    const seen: string[] = []
    for (let after: string | null | undefined = null; after !== undefined;) {
      const page: { editions: { id: string }[]; next: string | null } = answered(
        await editions({ place: 'qinghe', after }),
      )
      seen.push(...page.editions.map(({ id }) => id))
      after = page.next ?? undefined
    }
    const newestFirst = [...older].sort(
      (a, b) => b.proposed.at.getTime() - a.proposed.at.getTime() || (a._id < b._id ? 1 : -1),
    )
    expect(seen).toEqual([proposed.id, ...newestFirst.map(({ _id }) => _id)])
  })

  it('are those of that place only', async () => {
    const { id } = await proposedPolicy(community)
    expect(answered(await policy('street-officer').editions({ place: 'qinghe-1' })).editions).toEqual([])
    for (const edition of [id, randomUUID() as string]) {
      const elsewhere = { place: 'qinghe-1', edition }
      expect(refusal(await policy('street-officer').show(elsewhere)).code).toBe('notFound')
      expect(refusal(await policy('street-officer-2').publish(elsewhere)).code).toBe('notFound')
      const drop = policy('street-officer').drop({ ...elsewhere, words: '来源有误' })
      expect(refusal(await drop).code).toBe('notFound')
    }
  })

  it('keep what they said', async () => {
    const first = await publishedPolicy(community, { name: '第一版' })
    await publishedPolicy(community, { name: '第二版', rules: someRules.slice(1) })
    expect(answered(await policy('street-officer').show(on(first)))).toMatchObject({
      name: '第一版',
      number: 1,
      inForce: false,
      rules: someRules,
    })
  })
})
