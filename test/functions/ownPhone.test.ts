/** @jest-environment node */
import { OWN_PHONES_A_DAY } from '@contract/people'
import { answered, openCommunity, type Community } from './support/community'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

/** What WeChat's button hands to that person's page. */
const codeOf = (openid: string): string => community.cloud.wechat.phoneNumbers.issue(openid, new Date())
const ownPhone = (openid: string, code = codeOf(openid)) => community.as(openid).people.ownPhone({ code })

describe('the number that somebody lets WeChat give', () => {
  it('is answered as a form takes it', async () => {
    expect(answered(await ownPhone('resident-1')).phone).toMatch(/^1380000\d{4}$/)
  })

  it('is not answered twice for one code', async () => {
    const code = codeOf('resident-1')
    await ownPhone('resident-1', code)
    expect(await ownPhone('resident-1', code)).toMatchObject({ error: { fields: { code: 'codeUnknown' } } })
  })

  it('is not answered for a code that WeChat has not made', async () => {
    expect(await ownPhone('resident-1', 'guess')).toMatchObject({
      error: { fields: { code: 'codeUnknown' } },
    })
  })

  it('is not asked of WeChat without a code', async () => {
    expect(await ownPhone('resident-1', '')).toMatchObject({ error: { fields: { code: 'required' } } })
  })

  it('is answered so often a day and no more, to each account by itself', async () => {
    for (let time = 0; time < OWN_PHONES_A_DAY; time += 1) answered(await ownPhone('often'))
    expect(await ownPhone('often')).toMatchObject({ error: { code: 'tooOften' } })
    expect(await ownPhone('another')).toMatchObject({ ok: true })
  })

  it('costs one database request, the first of a day too', async () => {
    expect(await community.costOf(() => ownPhone('resident-2'))).toHaveLength(1)
    expect(await community.costOf(() => ownPhone('resident-2'))).toHaveLength(1)
  })

  it('is stored nowhere, and printed nowhere', async () => {
    const { phone } = answered(await ownPhone('resident-3'))
    expect((await community.storedBytes()).includes(phone)).toBe(false)
    expect(community.printed.join('\n')).not.toContain(phone)
  })
})
