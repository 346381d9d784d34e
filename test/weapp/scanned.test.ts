/** @jest-environment node */
import { openCommunity, type Community } from '../functions/support/community'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(async () => {
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1' })
})
afterEach(() => phone.close())
afterAll(() => community.close())

const scanned = async (scene: string) => {
  const home = await phone.open('pages/home/index', { scene })
  await phone.rest()
  return home
}

describe('the first page, opened by a code', () => {
  it('knows the place of a gate', async () => {
    expect((await scanned('qinghe-1-1-1')).text()).toContain('您扫的是春晓社区 春晓东苑的码')
  })

  it.each(['nowhere-at-all', 'a&b=c', '%', '二维码', 'aB3_aB3_aB3_aB3_aB3_aB3_'])(
    'says that it does not know %s, and offers everything all the same',
    async (scene) => {
      const home = await scanned(scene)
      expect(home.text()).toContain('没认出您扫的码')
      await home.tap('开始登记')
      await phone.page.sees('谁要返乡')
      expect(phone.page.query).toEqual({})
    },
  )

  it('knows nothing of codes when none was scanned', async () => {
    const home = await phone.open('pages/home/index')
    await phone.rest()
    expect(home.text()).not.toContain('没认出')
  })
})
