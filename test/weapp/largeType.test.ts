/** @jest-environment node */
import { openCommunity, type Community } from '../functions/support/community'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())
afterEach(() => phone.close())

const open = async (fontSize: number, storage: Record<string, unknown> = {}) => {
  const options = { build: 'dist/weapp', cloud: community.cloud, openid: 'resident-new', storage }
  phone = await launchPhone(options)
  phone.circumstances.fontSize = fontSize
  await phone.open('pages/home/index')
}

/** How much larger than usual the page in sight writes. */
const scale = (): number => Number(/--scale:\s*([\d.]+)/.exec(phone.page.style())?.[1])

describe('type', () => {
  it("has its usual size where WeChat's has", async () => {
    await open(16)
    expect(scale()).toBe(1)
  })

  it("grows with WeChat's, and by no more than a half", async () => {
    await open(20)
    expect(scale()).toBe(1.25)
    phone.close()
    await open(32)
    expect(scale()).toBe(1.5)
  })

  it('stays readable where people have set WeChat to small type', async () => {
    await open(14)
    expect(scale()).toBe(1)
  })

  it('is not made larger twice, by care mode and by WeChat', async () => {
    await open(18, { careMode: true })
    expect(scale()).toBe(1.25)
    phone.close()
    await open(22, { careMode: true })
    expect(scale()).toBe(1.375)
  })
})
