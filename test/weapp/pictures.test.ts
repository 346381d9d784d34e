/** @jest-environment node */
import { randomUUID } from 'node:crypto'
import { fileIdOf } from '../../local/files/cloudPath'
import { answered, openCommunity, type Community } from '../functions/support/community'
import { registered, today } from '../functions/support/registrations'
import { phoneJpeg } from '../kernel/pictures/samples'
import type { RegistrationForm } from '@/pages/returnee/register/form'
import type { Draft } from '@/services/drafts'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

let community: Community
let phone: Phone
let id: string
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(async () => {
  const test = { result: 'negative' as const, takenAt: `${today} 00:00` }
  id = (await registered(community, 'resident-1', { test })).id
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1' })
  phone.circumstances.picture = phoneJpeg(6)
})
afterEach(() => phone.close())
afterAll(() => community.close())

/** The step that asks for the test, of a registration that is amended. */
const openHealthStep = async () => {
  const page = await phone.open('pages/returnee/register/index', { amend: id })
  for (let step = 1; step < 5; step += 1) {
    await page.sees(`第 ${step} 步`)
    await page.tap('下一步')
  }
  await page.sees('检测结果的图片')
  return page
}

const storedPictures = async () =>
  answered(await community.as('resident-1').returnee.show({ case: id })).answers.test.pictures

describe('the picture of a test result, as WeChat sends it', () => {
  it('is sent as soon as it is chosen, and belongs to the registration when that is sent', async () => {
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    await page.sees('已经传好')
    await page.tap('下一步')
    await page.sees('附图片 1 张')
    await page.tap('发送修改')
    await phone.rest()
    expect(await storedPictures()).toHaveLength(1)
  })

  it('is not asked for again by somebody who thinks better of it', async () => {
    phone.circumstances.picture = undefined
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    expect(page.text()).toContain('拍照或选图片')
    expect(page.text()).not.toContain('没有拿到图片')
  })

  it('can be sent again where there was no network', async () => {
    const page = await openHealthStep()
    phone.circumstances.offline = true
    await page.tap('拍照或选图片')
    await page.sees('图片没有传上去')
    phone.circumstances.offline = false
    await page.tap('再传一次')
    await page.sees('已经传好')
  })

  it('that failed does not hold up the registration', async () => {
    const page = await openHealthStep()
    phone.circumstances.offline = true
    await page.tap('拍照或选图片')
    await page.sees('图片没有传上去')
    phone.circumstances.offline = false
    await page.tap('下一步')
    await page.sees('检测结果的图片没有传上去')
    await page.tap('发送修改')
    await phone.rest()
    expect(await storedPictures()).toEqual([])
  })

  it('is refused in words when it is no picture', async () => {
    phone.circumstances.picture = Buffer.from('<svg/>')
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    await page.sees('这不是图片，请选照片或截图')
    expect(page.text()).not.toContain('再传一次')
  })

  it('is not sent when it is too large', async () => {
    phone.circumstances.picture = Buffer.alloc(10 * 1024 * 1024 + 1)
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    await page.sees('图片太大了')
  })

  it('is replaced by another', async () => {
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    await page.sees('已经传好')
    await page.tap('换一张')
    await page.sees('已经传好')
    await page.tap('下一步')
    await page.sees('附图片 1 张')
  })

  it('stays until the one that replaces it has arrived', async () => {
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    await page.sees('已经传好')
    phone.circumstances.offline = true
    await page.tap('换一张')
    await page.sees('图片没有传上去')
    expect(page.text()).toContain('已经传好')
    phone.circumstances.offline = false
    await page.tap('再传一次')
    await phone.rest()
    expect(page.text()).not.toContain('图片没有传上去')
    await page.tap('下一步')
    await page.sees('附图片 1 张')
  })

  it('is taken away', async () => {
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    await page.sees('已经传好')
    await page.tap('删除')
    await page.sees('拍照或选图片')
    expect(page.text()).not.toContain('已经传好')
  })

  it('is seen by its owner in the record', async () => {
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    await page.sees('已经传好')
    await page.tap('下一步')
    await page.tap('发送修改')
    await phone.rest()
    const record = phone.page
    await record.tap('展开')
    await record.sees('看大图')
    await record.tap('看大图：检测结果的图片')
    expect(phone.happened.previews.flat()).toEqual([expect.stringContaining('/files/pictures/')])
  })

  it('can be sent again when it got lost on its way', async () => {
    const page = await openHealthStep()
    const upload = jest.spyOn(community.cloud, 'upload')
    upload.mockImplementationOnce((path) => Promise.resolve({ fileID: fileIdOf(path) }))
    await page.tap('拍照或选图片')
    await page.sees('图片没有传上来，请再试一次')
    upload.mockRestore()
    await page.tap('再传一次')
    await page.sees('已经传好')
  })

  /** The same form on a phone that has been switched off and on; `change` alters the draft meanwhile. */
  const openDraftAgain = async (change: (draft: Draft<RegistrationForm>) => unknown) => {
    const name = `draft/returnee/amend/${id}`
    const draft = phone.stored(name) as Draft<RegistrationForm>
    change(draft)
    phone.close()
    phone = await launchPhone({
      build,
      cloud: community.cloud,
      openid: 'resident-1',
      storage: { [name]: draft },
    })
    phone.circumstances.picture = phoneJpeg(6)
    const page = await phone.open('pages/returnee/register/index', { amend: id })
    await page.sees('接着上次填写')
    return page
  }

  it('survives in the draft', async () => {
    const page = await openHealthStep()
    await page.tap('拍照或选图片')
    await page.sees('已经传好')
    await page.tap('上一步')
    await phone.rest()
    const again = await openDraftAgain(() => undefined)
    await again.tap('下一步')
    await again.sees('看大图')
  })

  it('that was removed meanwhile is said to be gone, and can be taken out of the draft', async () => {
    const page = await openHealthStep()
    await page.tap('上一步')
    await phone.rest()
    const again = await openDraftAgain(({ values }) => {
      values.answers.test.pictures = [randomUUID()]
    })
    await again.tap('下一步')
    await again.sees('这张图片已经不在了')
    expect(again.text()).not.toContain('已经传好')
    await again.tap('删除')
    await again.sees('拍照或选图片')
  })

  it('is added to a draft from before pictures were asked for', async () => {
    const page = await openHealthStep()
    await page.tap('上一步')
    await phone.rest()
    const again = await openDraftAgain(({ values }) => delete values.answers.test.pictures)
    await again.tap('下一步')
    await again.tap('拍照或选图片')
    await again.sees('已经传好')
    await again.tap('下一步')
    await again.sees('附图片 1 张')
  })
})
