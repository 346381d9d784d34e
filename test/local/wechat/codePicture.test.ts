import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { ask } from '../server/ask'
import { startTestCloud, type TestCloud } from '../testCloud'
import { callWechat } from './callWechat'

const people = [
  { openid: 'worker-1', name: '王秀英', description: '网格员', side: 'staff' as const },
  { openid: 'resident-1', name: '林小满', description: '居民', side: 'resident' as const },
]

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ people, miniProgram: { pages: ['pages/home/index', 'pages/record/index'] } })
})
afterAll(() => cloud.dispose())

/** A picture of the function's answer, as it crosses JSON on its way out of the function. */
interface Picture {
  contentType: string
  buffer: { data: number[] }
}

const draw = async (api: string, data: object): Promise<PNG> => {
  const answer = await callWechat(cloud, `wxacode.${api}`, data)
  expect(answer).toMatchObject({ errCode: 0, contentType: 'image/png' })
  return PNG.sync.read(Buffer.from((answer as unknown as Picture).buffer.data))
}

/** Reads the code as a camera does, and opens what it says. */
async function scan(picture: PNG): Promise<{ status: number; location: unknown }> {
  const code = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
  if (!code) throw new Error('no code is in the picture')
  const address = new URL(code.data)
  expect(address.origin).toBe(cloud.origin)
  const { status, headers } = await ask(cloud.port, address.pathname + address.search)
  return { status, location: headers.location }
}

it.each([280, 430, 1280])(
  'a code of %d pixels opens the page with its scene on a resident’s phone',
  async (width) => {
    const scene = 'qinghe-1-1&from=gate#2+a=/~'
    const picture = await draw('getUnlimited', { scene, page: 'pages/record/index', width })
    expect([picture.width, picture.height]).toEqual([width, width])
    expect(await scan(picture)).toEqual({
      status: 302,
      location: `/as/resident-1/#/pages/record/index?scene=${encodeURIComponent(scene)}`,
    })
  },
)

it('a code without a page opens the first, 430 pixels wide', async () => {
  const picture = await draw('getUnlimited', { scene: 'gate-1' })
  expect(picture.width).toBe(430)
  expect(await scan(picture)).toMatchObject({ location: '/as/resident-1/#/pages/home/index?scene=gate-1' })
})

it('a page that is still to be made is taken when it is not to be checked', async () => {
  const picture = await draw('getUnlimited', { scene: 'a', page: 'pages/soon/index', checkPath: false })
  expect(await scan(picture)).toMatchObject({ location: '/as/resident-1/#/pages/soon/index?scene=a' })
})

it.each(['get', 'createQRCode'])('%s makes a code of a page with its query', async (api) => {
  const picture = await draw(api, { path: 'pages/record/index?id=1&a=%E4%B8%AD' })
  expect(await scan(picture)).toMatchObject({
    location: '/as/resident-1/#/pages/record/index?id=1&a=%E4%B8%AD',
  })
})

it.each<[what: string, data: object, errCode: number, text: string]>([
  ['no scene', {}, 40169, 'invalid length for scene, or the data is not json string'],
  ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40169, 'invalid length for scene'],
  ['a Chinese scene', { scene: '东门' }, 40129, 'invalid scene'],
  ['a percent sign in the scene', { scene: '%41' }, 40129, 'invalid scene'],
  ['a page that is not there', { scene: 'a', page: 'pages/elsewhere' }, 41030, 'invalid page'],
  ['a page with a slash before it', { scene: 'a', page: '/pages/home/index' }, 41030, 'invalid page'],
  [
    'a page with a query',
    { scene: 'a', page: 'pages/home/index?a=1', checkPath: false },
    41030,
    'invalid page',
  ],
  ['a picture too small', { scene: 'a', width: 279 }, 40097, 'invalid args'],
  ['a picture too large', { scene: 'a', width: 1281 }, 40097, 'invalid args'],
  ['a version that is not there', { scene: 'a', envVersion: 'beta' }, 40097, 'invalid args'],
])('%s is refused', async (_what, data, errCode, text) => {
  expect(await callWechat(cloud, 'wxacode.getUnlimited', data)).toEqual({
    errCode,
    errMsg: expect.stringContaining(text) as string,
  })
})

it.each(['get', 'createQRCode'])('%s refuses a path that is missing or too long', async (api) => {
  for (const path of ['', 'x'.repeat(1025)])
    expect(await callWechat(cloud, `wxacode.${api}`, { path })).toMatchObject({ errCode: 40159 })
})

it('a path that fits into no code once it is an address is refused', async () => {
  const path = `pages/record/index?name=${'王'.repeat(500)}`
  expect(await callWechat(cloud, 'wxacode.get', { path })).toMatchObject({ errCode: 40159 })
})

describe('the address in a code', () => {
  it.each(['//elsewhere.example', '../admin', 'pages/home/index?a="', 'javascript:alert(1)'])(
    'leads nowhere when the page is %s',
    async (page) => {
      const { status } = await ask(cloud.port, `/open?${new URLSearchParams({ page }).toString()}`)
      expect(status).toBe(404)
    },
  )

  it('leads nowhere when there is nobody to open it', async () => {
    const empty = await startTestCloud()
    expect((await ask(empty.port, '/open?page=pages%2Fhome%2Findex&scene=a')).status).toBe(404)
    await empty.dispose()
  })
})
