/** @jest-environment node */
import { answered, openCommunity, type Community } from '../functions/support/community'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const COMPOUND = 'qinghe-1-1-1'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(async () => {
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'officer-1' })
})
afterEach(() => phone.close())
afterAll(() => community.close())

const openPoster = async () => {
  const page = await phone.open('staff/poster/index', { place: COMPOUND })
  await page.sees('请扫码登记')
  return page
}

const codeOf = async (place: string) => {
  const { image } = answered(await community.as('officer-1').places.code({ place }))
  return Buffer.from(image, 'base64')
}

describe('the poster of a place, in WeChat', () => {
  it('says that WeChat cannot print, and what to do instead', async () => {
    const page = await openPoster()
    expect(page.text()).toContain('微信里不能直接打印')
  })

  it('puts the code into the album', async () => {
    const page = await openPoster()
    await page.tap('保存到相册')
    expect(phone.happened.toasts).toEqual(['已保存到相册'])
    expect(phone.happened.saved.map((picture) => Buffer.from(picture))).toEqual([await codeOf(COMPOUND)])
  })

  it('leads to the settings where WeChat may not write into the album, and saves after that', async () => {
    phone.circumstances.albumAnswer = 'reject'
    const page = await openPoster()
    await page.tap('保存到相册')
    await page.sees('微信没有存照片的权限')
    expect(phone.happened.saved).toEqual([])
    await page.tap('去打开权限')
    await page.tap('保存到相册')
    expect(phone.happened.saved).toHaveLength(1)
    expect(page.text()).not.toContain('微信没有存照片的权限')
  })

  it('offers the codes of all buildings of a compound', async () => {
    const page = await openPoster()
    await page.tap('里面的 4 个楼栋，也一张一张列出来')
    await page.sees('4 号楼')
    expect(page.text().match(/请扫码登记/g)).toHaveLength(5)
  })
})
