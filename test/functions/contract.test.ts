import { contract } from '@contract'
import { answered, openCommunity, refusal, type Community } from './support/community'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const everyAction = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.keys(actions).map((action) => [feature, action] as const),
)

describe.each(everyAction)('%s.%s', (feature, action) => {
  it('refuses an unknown field by its name', async () => {
    const error = refusal(await community.send('street-officer', feature, action, { surprise: 1 }))
    expect(error.code).toBe('invalidInput')
    expect(error.fields).toMatchObject({ surprise: 'unknownField' })
  })

  it.each([null, 'text', 7, [], undefined])('refuses %p as input', async (input) => {
    expect(refusal(await community.send('street-officer', feature, action, input)).code).toBe('invalidInput')
  })

  it('is refused to somebody without identity', async () => {
    const answer = await community.cloud.call(feature, { action, input: {} })
    expect(answer).toMatchObject({ result: { ok: false, error: { code: 'notIdentified' } } })
  })
})

describe.each(Object.keys(contract))('%s', (feature) => {
  it.each(['', 'constructor', '__proto__', 'toString', 'delete', 7, null, undefined])(
    'knows no action %p',
    async (action) => {
      expect(refusal(await community.send('street-officer', feature, action, {})).code).toBe('unknownAction')
    },
  )
})

describe('places', () => {
  it('are walked by residents without grids', async () => {
    const list = (under?: string) => community.as('resident-1').places.list({ under })
    const [top] = answered(await list())
    const communities = answered(await list(top?.id))
    const compounds = answered(await list(communities[0]?.id))
    const buildings = answered(await list(compounds[0]?.id))
    expect([top?.level, communities[0]?.level, compounds[0]?.level, buildings[0]?.level]).toEqual([
      'street',
      'community',
      'compound',
      'building',
    ])
    expect([communities.length, compounds.length, buildings[0]?.more]).toEqual([7, 6, false])
  })

  it('are walked by staff with grids, below their own place only', async () => {
    const below = (openid: string, place: string) => community.as(openid).places.below({ place })
    expect(answered(await below('officer-1', 'qinghe-1')).map(({ level }) => level)).toEqual([
      'grid',
      'grid',
      'grid',
    ])
    expect(refusal(await below('officer-1', 'qinghe-2')).code).toBe('notFound')
    expect(refusal(await below('resident-1', 'qinghe-1')).code).toBe('notAllowed')
  })

  it('say who is responsible, the nearest above when they have nobody of their own', async () => {
    const show = (place: string) => community.as('resident-1').places.show({ place })
    const shown = answered(await show('qinghe-1-2-1-3'))
    expect(shown.contact).toMatchObject({ name: '陶立夏', duty: 'gridWorker' })
    expect(shown.path).toEqual(['qinghe', 'qinghe-1', 'qinghe-1-2', 'qinghe-1-2-1', 'qinghe-1-2-1-3'])
    expect(shown.names).toEqual(['青禾街道', '春晓社区', '春晓西苑', '3 号楼'])
    expect(JSON.stringify(shown)).not.toContain('worker-1-2')
    expect(refusal(await show('nowhere')).code).toBe('notFound')
  })
})

describe('the first administrator', () => {
  const answers = {
    name: '简明白',
    phone: '13800009999',
    top: { level: 'street' as const, name: '青禾街道' },
  }
  let empty: Community
  beforeAll(async () => {
    empty = await openCommunity({ places: [], staff: [] })
  })
  afterAll(() => empty.close())

  const setUp = (openid: string, code: string) => empty.as(openid).people.setUp({ ...answers, code })

  it('is not made by a wrong code', async () => {
    expect(refusal(await setUp('founder', 'guess')).fields).toEqual({ code: 'setUpCode' })
    expect(answered(await empty.as('founder').people.me({})).posts).toEqual([])
  })

  it('is made once by the code, with the top of the tree', async () => {
    const code = empty.cloud.secrets.SHOUWANG_SETUP_CODE ?? ''
    const results = await Promise.all(['founder', 'rival', 'founder-2'].map((openid) => setUp(openid, code)))
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    for (const lost of results.filter((result) => !result.ok)) expect(refusal(lost).code).toBe('alreadySetUp')
    const tops = answered(await empty.as('anybody').places.list({}))
    expect(tops).toEqual([{ id: 'top', level: 'street', name: '青禾街道', more: false }])
  })

  it('holds the role at the top, and sees no cases', async () => {
    const { posts } = answered(await empty.as('founder').people.me({}))
    expect(posts).toMatchObject([{ role: 'administrator', place: { level: 'street' } }])
    expect(refusal(await empty.as('founder').inbox.list({})).code).toBe('notAllowed')
  })
})
