import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import type { Rule } from '@contract/policy'
import { usualReporting } from '@contract/reportingRules'
import type { TippingRules } from '@contract/tippingRules'
import { usualTipping } from '@contract/usualTipping'
import type { RiskListDocument } from '@kernel/assessment/editionDocuments'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { on, policyProposal, publishedPolicy } from './support/editions'
import { insert, stored } from './support/keeping'
import { today } from './support/registrations'
import { areaOf, rulingDocuments, someRules } from './support/rulings'

let community: Community
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf('510107', 'high'), areaOf('440106', 'medium')]))
})
afterAll(() => community.close())

const policy = (openid: string) => community.as(openid).policy
const edited = { place: 'qinghe', name: '示例政策' }
const withoutLast = someRules.slice(0, -1)

const example = (changes: object = {}) => ({
  from: { region: '510107', detail: '' },
  leftOn: addDays(today, -1),
  arrivesOn: addDays(today, 1),
  passed: [],
  hasSymptoms: false,
  test: 'negative' as const,
  vaccination: 'full' as const,
  ...changes,
})

const tried = async (changes: object = {}, rules: Rule[] = someRules) =>
  answered(await policy('street-officer').tryOut({ ...edited, rules, example: example(changes) })).outcome

describe('rules that are being edited', () => {
  it('are examined, and what was examined has a digest of its own', async () => {
    const { check } = policy('street-officer')
    const sound = answered(await check({ ...edited, rules: someRules }))
    expect(sound.examination).toMatchObject({ gaps: [], unreachable: [] })
    const renamed = answered(await check({ ...edited, name: '另一个', rules: someRules }))
    const turned = answered(await check({ ...edited, rules: [...someRules].reverse() }))
    expect(new Set([sound.digest, renamed.digest, turned.digest]).size).toBe(3)
    expect(answered(await check({ ...edited, rules: someRules })).digest).toBe(sound.digest)
  })

  it('are another policy when households are asked something else', async () => {
    const { check } = policy('street-officer')
    const usual = answered(await check({ ...edited, rules: someRules }))
    const reporting = { ...usualReporting, feverFrom: 37.5 }
    const later = answered(await check({ ...edited, rules: someRules, reporting }))
    expect(later.digest).not.toBe(usual.digest)
    const twice = {
      ...usualReporting,
      symptoms: [...usualReporting.symptoms, ...usualReporting.symptoms.slice(0, 1)],
    }
    for (const [wrong, fields] of [
      [{ ...usualReporting, feverFrom: 36.9 }, { 'reporting.feverFrom': 'outOfRange' }],
      [{ ...usualReporting, feverFrom: 37.35 }, { 'reporting.feverFrom': 'outOfRange' }],
      [{ ...usualReporting, feverFrom: 37.3004 }, { 'reporting.feverFrom': 'outOfRange' }],
      [{ ...usualReporting, symptoms: [] }, { 'reporting.symptoms': 'required' }],
      [twice, { 'reporting.symptoms': 'tooMany' }],
    ] as const) {
      const input = { ...edited, rules: someRules, reporting: { ...wrong, symptoms: [...wrong.symptoms] } }
      expect(refusal(await check(input)).fields).toEqual(fields)
    }
  })

  it('are another policy when neighbours can tell of something else, or get something else for it', async () => {
    const { check } = policy('street-officer')
    const digestOf = async (tipping: TippingRules) =>
      answered(await check({ ...edited, rules: someRules, tipping })).digest
    const { kinds, reward } = usualTipping
    const digests = [
      await digestOf(usualTipping),
      await digestOf({ kinds: kinds.slice(1), reward }),
      await digestOf({ kinds: [...kinds].reverse(), reward }),
      await digestOf({ kinds, reward: { ...reward, pieces: 5 } }),
    ]
    expect(new Set(digests).size).toBe(4)
    expect(answered(await check({ ...edited, rules: someRules })).digest).toBe(digests[0])
  })

  it.each<[string, (usual: TippingRules) => TippingRules, object]>([
    ['no kind at all', ({ reward }) => ({ kinds: [], reward }), { 'tipping.kinds': 'required' }],
    [
      'one kind twice',
      ({ kinds, reward }) => ({ kinds: [...kinds, ...kinds.slice(0, 1)], reward }),
      { 'tipping.kinds': 'repeated' },
    ],
    [
      'more pieces than anybody gives',
      ({ kinds, reward }) => ({ kinds, reward: { ...reward, pieces: 101 } }),
      { 'tipping.reward.pieces': 'outOfRange' },
    ],
    [
      'less than a week to claim it',
      ({ kinds, reward }) => ({ kinds, reward: { ...reward, claimDays: 6 } }),
      { 'tipping.reward.claimDays': 'outOfRange' },
    ],
  ])('are not taken with %s of what neighbours tell', async (_, change, fields) => {
    const input = { ...edited, rules: someRules, tipping: change(usualTipping) }
    expect(refusal(await policy('street-officer').check(input)).fields).toEqual(fields)
  })

  it('are told of their gaps and of rules that never count', async () => {
    const { check } = policy('street-officer')
    const gap = answered(await check({ ...edited, rules: withoutLast }))
    expect(gap.examination.gaps).not.toEqual([])
    const behind = answered(await check({ ...edited, rules: [...someRules].reverse() }))
    expect(behind.examination.unreachable.map(({ rule }) => rule).sort()).toEqual(['high', 'medium'])
  })

  it('cost nothing but the question who asks', async () => {
    const cost = await community.costOf(() => policy('street-officer').check({ ...edited, rules: someRules }))
    expect(cost.map(({ collection }) => collection)).toEqual(['staff'])
  })

  it('are forty at most', async () => {
    const many = Array.from({ length: 41 }, (_, index): Rule => ({ ...someRules[2]!, id: `rule-${index}` }))
    const check = policy('street-officer').check({ ...edited, rules: many })
    expect(refusal(await check).fields).toEqual({ rules: 'tooMany' })
  })
})

describe('rules that are tried on an example', () => {
  it('make of it what they would of a registration under the list in force', async () => {
    expect(await tried()).toMatchObject({
      measure: 'centralObservation',
      from: addDays(today, 1),
      until: addDays(today, 5),
      basis: { rule: { id: 'high' }, list: { number: 1 }, place: '四川省 成都市 武侯区' },
    })
    const medium = { from: { region: '440106', detail: '' } }
    expect(await tried(medium)).toMatchObject({
      measure: 'homeObservation',
      basis: { rule: { id: 'medium' } },
    })
  })

  it('know of where somebody passed through', async () => {
    const safe = { region: '320102', detail: '' }
    expect(await tried({ from: safe })).toMatchObject({ measure: 'noticeOnly' })
    const passed = [{ region: '440106', on: addDays(today, -2) }]
    expect(await tried({ from: safe, passed })).toMatchObject({ measure: 'homeObservation' })
  })

  it('have no answer where they have a gap', async () => {
    expect(await tried({ from: { region: '320102', detail: '' } }, withoutLast)).toBeNull()
  })

  it('are not tried on a region that does not exist', async () => {
    const passed = [{ region: '999999', on: today }]
    const input = {
      ...edited,
      rules: someRules,
      example: example({ from: { region: '510199', detail: '' }, passed }),
    }
    expect(refusal(await policy('street-officer').tryOut(input))).toMatchObject({
      code: 'invalidInput',
      fields: { 'example.from.region': 'regionUnknown', 'example.passed.0.region': 'regionUnknown' },
    })
  })
})

describe('a policy', () => {
  it('is not proposed while it leaves somebody without an answer', async () => {
    const input = await policyProposal(community, 'street-officer', { rules: withoutLast })
    expect(refusal(await policy('street-officer').propose(input))).toMatchObject({
      code: 'invalidInput',
      fields: { rules: 'rulesUnsound' },
    })
  })

  it('is not proposed otherwise than it was checked', async () => {
    const input = await policyProposal(community, 'street-officer')
    const [first, ...rest] = someRules
    const other = { ...input, rules: [{ ...first!, staff: '另一句话' }, ...rest] }
    expect(refusal(await policy('street-officer').propose(other)).code).toBe('changedMeanwhile')
  })

  it('in force is read by whoever reads cases below, with its rules', async () => {
    for (const openid of ['worker-1-1', 'steward', 'inspector', 'officer-1']) {
      const place = { 'worker-1-1': 'qinghe-1-1', steward: 'qinghe-1-1-1-1', 'officer-1': 'qinghe-1' }[openid]
      expect(answered(await policy(openid).inForce({ place: place ?? 'qinghe' }))).toMatchObject({
        number: 1,
        inForce: true,
        mayPublish: false,
        rules: someRules,
      })
    }
    expect(refusal(await policy('resident-1').inForce({ place: 'qinghe' })).code).toBe('notAllowed')
  })

  it('in force is replaced by the next, whose number is the next', async () => {
    const next = await publishedPolicy(community, { name: '第二版' })
    expect(next).toMatchObject({ number: 2, inForce: true })
    expect(answered(await policy('worker-1-1').inForce({ place: 'qinghe-1-1' }))).toMatchObject({
      id: next.id,
      name: '第二版',
    })
  })

  it('is published for officers of street and district only', async () => {
    const { id } = await publishedPolicy(community)
    for (const openid of ['officer-1', 'worker-1-1', 'administrator', 'inspector']) {
      expect(refusal(await policy(openid).publish(on({ id }))).code).toBe('notAllowed')
      expect(refusal(await policy(openid).editions({ place: 'qinghe' })).code).toBe('notAllowed')
    }
  })

  it('says what households are asked, once it is published', async () => {
    const reporting = {
      ...usualReporting,
      feverFrom: 38,
      telephones: [{ name: '发热门诊', phone: '13800009999' }],
    }
    const { id } = await publishedPolicy(community, { reporting })
    expect(answered(await policy('officer-1').inForce({ place: 'qinghe-1' }))).toMatchObject({
      id,
      reporting,
    })
    // The next one says nothing of it: what is usual counts again.
    const next = await publishedPolicy(community)
    expect(answered(await policy('officer-1').inForce({ place: 'qinghe-1' }))).toMatchObject({
      id: next.id,
      reporting: usualReporting,
    })
  })

  it('says what neighbours can tell of and what it is worth, once it is published', async () => {
    const gambling = { id: 'gambling', name: '聚众打牌', example: '棋牌室', urgent: true, opens: 'nothing' }
    const tipping: TippingRules = {
      kinds: [gambling as TippingRules['kinds'][number], ...usualTipping.kinds],
      reward: { ...usualTipping.reward, item: '大米', pieces: 1, desk: '物业办公室' },
    }
    const { id } = await publishedPolicy(community, { tipping })
    expect(answered(await policy('officer-1').inForce({ place: 'qinghe-1' }))).toMatchObject({ id, tipping })
    const asked = await community.as('resident-1').letterbox.questions({ place: 'qinghe-1-1-1' })
    expect(answered(asked)).toEqual(tipping)
    // The next one says nothing of it: what is usual counts again.
    const next = await publishedPolicy(community)
    expect(answered(await policy('officer-1').inForce({ place: 'qinghe-1' }))).toMatchObject({
      id: next.id,
      tipping: usualTipping,
    })
  })
})

describe('a list', () => {
  const proposedOn = (base: string | null): RiskListDocument => ({
    ...stored<RiskListDocument>(community, 'riskLists')[0]!,
    _id: randomUUID(),
    status: 'proposed',
    number: null,
    base,
    published: null,
  })

  it('is published only while the list that it was made from is in force', async () => {
    const inForce = stored<RiskListDocument>(community, 'riskLists')[0]!._id
    const [first, second, none] = [proposedOn(inForce), proposedOn(inForce), proposedOn(null)]
    insert(community, 'riskLists', [first, second, none])
    const publish = (edition: RiskListDocument) =>
      community.as('street-officer-2').riskAreas.publish({ place: 'qinghe', edition: edition._id })
    expect(refusal(await publish(none)).code).toBe('changedMeanwhile')
    expect(answered(await publish(first))).toMatchObject({ kind: 'riskList', number: 2, inForce: true })
    expect(refusal(await publish(second)).code).toBe('changedMeanwhile')
  })
})
