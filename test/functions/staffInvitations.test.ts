import { randomBytes, randomUUID } from 'node:crypto'
import { PNG } from 'pngjs'
import { CODE_TRIES, JOIN_PAGE } from '@contract/staff'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { registered } from './support/registrations'
import { invited, joined, newcomer, onPost } from './support/staff'

const expired = {
  _id: randomUUID(),
  codeKey: 'unknown',
  role: 'gridWorker',
  place: { id: 'qinghe-1-1', level: 'grid', names: [] },
  at: { street: 'qinghe', community: 'qinghe-1', grid: 'qinghe-1-1' },
  by: { post: 'post-officer-1', account: 'officer-1', name: '沈知秋', role: 'communityOfficer' },
  madeAt: new Date('2026-01-01'),
  expiresAt: new Date('2026-01-08'),
  state: 'open',
  post: null,
}

let community: Community
beforeAll(async () => {
  community = await openCommunity({
    invitations: [expired] as unknown as Document[],
  })
})
afterAll(() => community.close())

const officer = () => community.as('officer-1').staff
const byOfficer = (place = 'qinghe-1-1', role = 'gridWorker' as const) =>
  invited(community, 'officer-1', place, role)
const join = (openid: string, code: string) => community.as(openid).staff.join({ code, ...newcomer })

describe('an invitation', () => {
  it('comes as a code for WeChat to scan, a page to open, and a day until which it stands', async () => {
    const { code, link, image, expiresAt } = await byOfficer()
    expect(code).toMatch(/^[\w-]{24}$/)
    expect(link).toBe(`${JOIN_PAGE}?scene=${code}`)
    expect(image.type).toBe('image/png')
    expect(PNG.sync.read(Buffer.from(image.base64, 'base64')).width).toBeGreaterThanOrEqual(280)
    const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(7)
  })

  it('tells whoever holds its code for what, where, by whom and until when', async () => {
    const { code, expiresAt } = await byOfficer()
    expect(answered(await community.as('reader').staff.invitation({ code }))).toEqual({
      role: 'gridWorker',
      place: { id: 'qinghe-1-1', level: 'grid', names: ['青禾街道', '春晓社区', '第一网格'] },
      by: { name: '沈知秋', role: 'communityOfficer' },
      expiresAt,
    })
  })

  it('keeps its code nowhere', async () => {
    const { code } = await byOfficer()
    expect((await community.storedBytes()).includes(code)).toBe(false)
  })

  it('sent again is the same one with the same code, also once it was accepted or withdrawn', async () => {
    const input = { submission: randomUUID(), place: 'qinghe-1-1', role: 'gridWorker' as const }
    const first = answered(await officer().invite(input))
    expect(answered(await officer().invite(input))).toEqual(first)
    await joined(community, 'late-1', first.code)
    expect(answered(await officer().invite(input))).toEqual(first)
    expect(refusal(await join('late-2', first.code)).fields).toEqual({ code: 'invitationUnknown' })

    const withdrawn = { ...input, submission: randomUUID() }
    const second = answered(await officer().invite(withdrawn))
    expect(second.code).not.toBe(first.code)
    answered(await officer().revoke({ place: 'qinghe-1', invitation: second.invitation }))
    expect(answered(await officer().invite(withdrawn))).toEqual(second)
    expect(refusal(await join('late-2', second.code)).fields).toEqual({ code: 'invitationUnknown' })
  })

  it('cannot be changed by another who uses its submission', async () => {
    const submission = randomUUID()
    answered(await officer().invite({ submission, place: 'qinghe-1-1', role: 'gridWorker' }))
    const other = await community
      .as('officer-2')
      .staff.invite({ submission, place: 'qinghe-2-1', role: 'gridWorker' })
    expect(refusal(other).code).toBe('submissionTaken')
  })

  it('is made only for roles that one’s own role appoints, and only below', async () => {
    const asks = async (openid: string, place: string, role: Parameters<typeof invited>[3]) =>
      refusal(await community.as(openid).staff.invite({ submission: randomUUID(), place, role }))
    expect((await asks('officer-1', 'qinghe-1', 'communityOfficer')).fields).toEqual({ role: 'roleNotYours' })
    expect((await asks('officer-1', 'qinghe-1', 'inspector')).fields).toEqual({ role: 'roleNotYours' })
    expect((await asks('officer-1', 'qinghe-1', 'gridWorker')).fields).toEqual({ place: 'roleElsewhere' })
    expect((await asks('officer-1', 'qinghe-2-1', 'gridWorker')).code).toBe('notFound')
    expect((await asks('officer-1', 'nowhere', 'gridWorker')).code).toBe('notFound')
    expect((await asks('street-officer', 'qinghe', 'administrator')).fields).toEqual({ role: 'roleNotYours' })
    for (const nobody of ['worker-1-1', 'steward', 'gate-keeper', 'inspector', 'resident-1']) {
      expect((await asks(nobody, 'qinghe-1-1', 'steward')).code).toBe('notAllowed')
    }
  })

  it('is listed for whoever looks after the place, without its code, until it is accepted, withdrawn or expired', async () => {
    const accepted = await byOfficer('qinghe-1-2')
    await joined(community, 'listed-1', accepted.code)
    const open = await byOfficer('qinghe-1-2')
    const at = (openid: string) => community.as(openid).staff.invitations({ place: 'qinghe-1-2' })
    const listed = answered(await at('street-officer'))
    expect(listed.map(({ id }) => id)).toEqual([open.invitation])
    expect(JSON.stringify(listed)).not.toContain(open.code)
    expect(refusal(await at('officer-2')).code).toBe('notFound')
    const all = answered(await officer().invitations({ place: 'qinghe-1' }))
    expect(all.map(({ id }) => id)).not.toContain(expired._id)

    const revoke = (openid: string, place: string) =>
      community.as(openid).staff.revoke({ place, invitation: open.invitation })
    expect(answered(await revoke('officer-2', 'qinghe-2'))).toEqual({ revoked: false })
    expect(answered(await revoke('officer-1', 'qinghe-1'))).toEqual({ revoked: true })
    expect(answered(await revoke('officer-1', 'qinghe-1'))).toEqual({ revoked: true })
    const tooLate = await officer().revoke({ place: 'qinghe-1', invitation: accepted.invitation })
    expect(answered(tooLate)).toEqual({ revoked: false })
    expect(refusal(await join('listed-2', open.code)).fields).toEqual({ code: 'invitationUnknown' })
  })
})

describe('joining', () => {
  it('gives the post at once, with who appointed', async () => {
    const { code } = await byOfficer()
    const post = await joined(community, 'fresh-1', code)
    const { id } = await registered(community, 'resident-1')
    expect(answered(await community.as('fresh-1').people.me({}))).toMatchObject({
      name: newcomer.name,
      posts: [{ id: post.id, role: 'gridWorker', place: { id: 'qinghe-1-1' } }],
    })
    expect(answered(await community.as('fresh-1').returnee.review({ case: id })).id).toBe(id)
    const shown = answered(await officer().show({ post: post.id }))
    expect(shown).toMatchObject({ ...newcomer, appointedBy: { name: '沈知秋', role: 'communityOfficer' } })
    expect(shown.history).toMatchObject([{ event: 'join', by: { name: '沈知秋' } }])
  })

  it('works once: a replay by another is answered like a wrong code', async () => {
    const { code } = await byOfficer()
    await joined(community, 'fresh-2', code)
    const wrong = await join('thief', randomBytes(18).toString('base64url'))
    expect(await join('thief', code)).toEqual(wrong)
    expect(await community.as('thief').staff.invitation({ code })).toEqual(wrong)
    expect(answered(await community.as('thief').people.me({})).posts).toEqual([])
  })

  it('sent again by the same person is the same post', async () => {
    const { code } = await byOfficer()
    const first = await joined(community, 'fresh-3', code)
    expect(await joined(community, 'fresh-3', code)).toEqual(first)
    expect(answered(await community.as('fresh-3').people.me({})).posts).toHaveLength(1)
  })

  it('of four at once lets one in', async () => {
    const { code } = await byOfficer()
    const rivals = ['rival-1', 'rival-2', 'rival-3', 'rival-4']
    const results = await Promise.all(rivals.map((rival) => join(rival, code)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const posts = await Promise.all(
      rivals.map(async (rival) => answered(await community.as(rival).people.me({})).posts),
    )
    expect(posts.flat()).toHaveLength(1)
  })

  it('gives staff a second post', async () => {
    const { code } = await byOfficer('qinghe-1-3')
    await joined(community, 'worker-1-2', code)
    const { posts } = answered(await community.as('worker-1-2').people.me({}))
    expect(posts.map(({ place }) => place.id).sort()).toEqual(['qinghe-1-2', 'qinghe-1-3'])
  })

  it.each<[who: string, openid: string, place: string, role: Parameters<typeof invited>[3]]>([
    ['who invited', 'street-officer', 'qinghe-1-1', 'gridWorker'],
    ['who has that very post', 'worker-1-1', 'qinghe-1-1', 'gridWorker'],
    ['who is administrator', 'administrator', 'qinghe-1-1', 'gridWorker'],
  ])('is not for one %s', async (_, openid, place, role) => {
    const { code } = await invited(community, 'street-officer', place, role)
    expect(refusal(await join(openid, code)).fields).toEqual({ code: 'invitationNotForYou' })
  })

  it('makes nobody administrator who handles cases', async () => {
    const { code } = await invited(community, 'administrator', 'qinghe', 'administrator')
    expect(refusal(await join('officer-3', code)).fields).toEqual({ code: 'invitationNotForYou' })
    expect(answered(await join('inspector', code)).role).toBe('administrator')
  })

  it('gives one account not both, when it accepts two that exclude each other at once', async () => {
    const codes = [
      (await invited(community, 'administrator', 'qinghe', 'administrator')).code,
      (await byOfficer()).code,
    ]
    const results = await Promise.all(codes.map((code) => join('greedy', code)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answered(await community.as('greedy').people.me({})).posts).toHaveLength(1)
  })

  it('brings nobody back who is suspended', async () => {
    const { code } = await byOfficer()
    const post = await joined(community, 'fresh-4', code)
    const suspend = { ...(await onPost(community, 'officer-1', post.id)), words: '离职' }
    answered(await officer().suspend(suspend))
    const next = await byOfficer('qinghe-1-2')
    expect((await join('fresh-4', next.code)).ok).toBe(false)
    // Whoever did not hear that they had joined is told so, and no more.
    expect(answered(await join('fresh-4', code))).toEqual(post)
    expect(answered(await community.as('fresh-4').people.me({})).posts).toEqual([])
  })

  it('is void when who invited is suspended meanwhile', async () => {
    const { code } = await invited(community, 'officer-6', 'qinghe-6-1', 'gridWorker')
    const suspend = { ...(await onPost(community, 'street-officer', 'post-officer-6')), words: '调查' }
    answered(await community.as('street-officer').staff.suspend(suspend))
    expect(refusal(await join('fresh-5', code)).fields).toEqual({ code: 'invitationUnknown' })
  })

  it('makes responsible for a place that has nobody, who is then told of its cases', async () => {
    const suspend = { ...(await onPost(community, 'officer-7', 'post-worker-7-1')), words: '离职' }
    answered(await community.as('officer-7').staff.suspend(suspend))
    const { code } = await invited(community, 'officer-7', 'qinghe-7-1', 'gridWorker')
    await joined(community, 'fresh-7', code)
    await community.cloud.fireTimer('places')
    await registered(community, 'resident-1', { household: { place: 'qinghe-7-1-2-1', door: '101' } })
    expect(community.cloud.wechat.outbox.latest(1).map(({ to }) => to)).toEqual(['fresh-7'])
    const { contact } = answered(await community.as('resident-1').places.show({ place: 'qinghe-7-1-2-1' }))
    expect(contact).toMatchObject(newcomer)
  })

  it('leaves who is named for a place, but for that', async () => {
    const { code } = await byOfficer('qinghe-1-3')
    await joined(community, 'fresh-8', code)
    const { contact } = answered(await community.as('resident-1').places.show({ place: 'qinghe-1-3' }))
    expect(contact).toMatchObject({ name: '姜小暑' })
  })

  it('checks name and phone like every form', async () => {
    const { code } = await byOfficer()
    const bad = await community.as('fresh-6').staff.join({ code, name: '12345', phone: '123' })
    expect(refusal(bad).fields).toEqual({ name: 'name', phone: 'phone' })
  })
})

it('codes cannot be guessed at length, however many at once', async () => {
  const guess = async () => {
    const code = randomBytes(18).toString('base64url')
    return refusal(await community.as('guesser').staff.invitation({ code })).code
  }
  const outcomes: string[] = []
  while (!outcomes.includes('tooOften'))
    outcomes.push(...(await Promise.all([guess(), guess(), guess(), guess()])))
  expect(outcomes.filter((outcome) => outcome === 'invalidInput')).toHaveLength(CODE_TRIES)
  const { code } = await byOfficer()
  expect(refusal(await join('guesser', code)).code).toBe('tooOften')
})

it('whoever has joined is told so again when they have named too many codes', async () => {
  const { code } = await byOfficer()
  const post = await joined(community, 'eager', code)
  const wrong = () => community.as('eager').staff.invitation({ code: randomBytes(18).toString('base64url') })
  while (refusal(await wrong()).code !== 'tooOften');
  expect(answered(await join('eager', code))).toEqual(post)
  const other = await byOfficer()
  expect(refusal(await join('eager', other.code)).code).toBe('tooOften')
})

it('a timer removes what has long been void', async () => {
  const submission = expired._id
  const invite = () =>
    community.as('officer-2').staff.invite({ submission, place: 'qinghe-2-1', role: 'gridWorker' })
  expect(refusal(await invite()).code).toBe('submissionTaken')
  await community.cloud.fireTimer('staff')
  expect(answered(await invite()).invitation).toBe(submission)
})
