import { UNCLAIMED_PICTURES } from '@contract/pictures'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { set, stored, submission } from './support/keeping'
import { sentTwice } from './support/meanwhile'
import { sent, storedPicture } from './support/pictures'

let community: Community
beforeAll(async () => {
  const held = Array.from({ length: UNCLAIMED_PICTURES - 1 }, () =>
    storedPicture(submission(), 1, { owner: 'nearly' }),
  )
  community = await openCommunity({ pictures: held, places: [], staff: [] })
})
afterAll(() => community.close())

it('the last picture that there is room for is kept, and both who have sent it at once are told so', async () => {
  const { add } = community.as('nearly').pictures
  const input = await sent(community, 'nearly')
  const answers = await sentTwice('database.calculateDocument', 'pictures', () => add(input))
  expect(answers.map(answered)).toEqual(Array(2).fill({ picture: input.picture }))
  const next = refusal(await add(await sent(community, 'nearly')))
  expect(next.fields).toEqual({ file: 'pictureTooOften' })
})

describe('whoever has become the first administrator', () => {
  const input = (code: string) => ({
    ...{ code, name: '简明白', phone: '13800009999' },
    top: { level: 'street' as const, name: '青禾街道' },
  })
  const setUp = (openid: string, code = community.cloud.secrets.SHOUWANG_SETUP_CODE ?? '') =>
    community.as(openid).people.setUp(input(code))

  it('is told so again, at the same moment and later', async () => {
    const answers = await Promise.all([setUp('founder'), setUp('founder'), setUp('founder')])
    answers.push(await setUp('founder'))
    const [post] = answered(await community.as('founder').people.me({})).posts
    expect(answers.map(answered)).toEqual(Array(4).fill(post))
    expect(stored(community, 'staff')).toHaveLength(1)
  })

  it('is the only one who is, and only with the code', async () => {
    expect(refusal(await setUp('rival')).code).toBe('alreadySetUp')
    expect(refusal(await setUp('founder', 'guess')).fields).toEqual({ code: 'setUpCode' })
  })

  it('is not told so while suspended', async () => {
    set(community, 'staff', 'first-administrator', { active: false })
    expect(refusal(await setUp('founder')).code).toBe('alreadySetUp')
  })
})
