/** @jest-environment node */
import { randomUUID } from 'node:crypto'
import { openCommunity, type Community } from '../functions/support/community'
import { place } from '../functions/support/registrations'
import { phoneJpeg } from '../kernel/pictures/samples'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const asks = '要用您选的照片'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(async () => {
  phone = await launchPhone({ build, cloud: community.cloud, openid: `neighbour-${randomUUID()}` })
  Object.assign(phone.circumstances, { hasAgreed: false, picture: phoneJpeg(6) })
})
afterEach(() => phone.close())
afterAll(() => community.close())

/** A form in which a picture can be added. */
const openForm = async () => {
  const page = await phone.open('pages/tip/tell/index', { place: place.compound })
  await page.sees('聚集')
  return page
}

const addPicture = async () => {
  const page = await openForm()
  await page.tap('拍照或选图片')
  return page
}

/** Sends a tip, and comes to its receipt. */
const openReceipt = async () => {
  const page = await openForm()
  await page.tap('聚集')
  await page.tap('刚才')
  await page.type('看到了什么', '地下室里有十几个人打牌')
  await page.tap('发送线索')
  await phone.rest()
  await phone.page.sees('这是您的回执')
  return phone.page
}

describe('what WeChat wants agreed to', () => {
  it('is not asked before it is needed', async () => {
    await phone.open('pages/home/index')
    await phone.rest()
    expect(phone.happened.privacyAsked).toEqual([])
  })

  it('is asked for in plain words: what, what for, and what can be done without', async () => {
    const page = await addPicture()
    await page.sees(asks)
    expect(page.text()).toContain('别的照片看不到')
    expect(page.text()).toContain('不带图片照样可以发送')
  })

  it('is done as soon as it is agreed to, and not asked for again', async () => {
    const page = await addPicture()
    await page.sees(asks)
    await page.tap('同意')
    await page.sees('已经传好')
    await page.tap('换一张')
    await phone.rest()
    expect(phone.happened.privacyAsked).toEqual(['chooseMedia'])
    expect(page.text()).not.toContain(asks)
  })

  it('can be read in full before', async () => {
    const page = await addPicture()
    await page.sees(asks)
    await page.tap('看《用户隐私保护指引》全文')
    expect(phone.happened.guidelineOpened).toBe(1)
    expect(page.text()).toContain(asks)
  })

  it('can be read in full on the first page at any time', async () => {
    const page = await phone.open('pages/home/index')
    await page.tap('我们用您的哪些信息')
    expect(phone.happened.guidelineOpened).toBe(1)
  })
})

describe('whoever does not agree', () => {
  it.each(['不同意', '关闭'])('is told what can still be done: %s', async (refusal) => {
    const page = await addPicture()
    await page.sees(asks)
    await page.tap(refusal)
    await page.sees('可以不带图片发送')
    expect(page.text()).not.toContain(asks)
  })

  it('is told so again within ten seconds, though WeChat asks nothing then', async () => {
    const page = await addPicture()
    await page.tap('不同意')
    await page.tap('拍照或选图片')
    await page.sees('过十秒再点')
    expect(phone.happened.privacyAsked).toHaveLength(1)
  })

  it('is asked again after ten seconds', async () => {
    const page = await addPicture()
    await page.tap('不同意')
    await phone.wait(10_000)
    await page.tap('拍照或选图片')
    await page.sees(asks)
    await page.tap('同意')
    await page.sees('已经传好')
  })

  it('has not agreed by leaving the page', async () => {
    const home = await phone.open('pages/home/index')
    await home.tap('提供线索')
    await phone.page.tap('拍照或选图片')
    await phone.page.sees(asks)
    await phone.back()
    await phone.rest()
    expect(phone.circumstances.hasAgreed).toBe(false)
    expect(phone.page.text()).not.toContain(asks)
  })

  it('writes the receipt down instead of having it copied', async () => {
    const page = await openReceipt()
    await page.tap('复制')
    await page.sees('要把文字复制出来')
    await page.tap('不同意')
    expect(phone.happened.toasts).toEqual(['没有复制成功，请用笔记下'])
    expect(phone.happened.clipboard).toEqual([])
  })

  it('is not sent into settings that would not help, where a picture was to be saved', async () => {
    const page = await openReceipt()
    await page.tap('保存成图片')
    await page.sees('要往相册里存一张图')
    await page.tap('不同意')
    await page.sees('没有存进相册')
    expect(page.text()).not.toContain('去打开权限')
    expect(phone.happened.saved).toEqual([])
  })
})
