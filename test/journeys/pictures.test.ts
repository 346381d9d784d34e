import { randomUUID } from 'node:crypto'
import type { Result } from '@contract'
import { incomingPath } from '@contract/pictures'
import { answersOf, registration, today } from '../functions/support/registrations'
import { phoneJpeg } from '../kernel/pictures/samples'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const call = async (feature: string, action: string, input: object, openid: string) => {
  const answer = await demo.cloud.call(feature, { action, input }, openid)
  if ('error' in answer) throw new Error(answer.error.errMsg)
  const result = answer.result as Result<{ id: string }>
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.data
}

const named = (name: string) => ({ person: { name, phone: '13800001234' }, companions: [] })
const tested = (...pictures: string[]) => ({
  test: { result: 'negative' as const, takenAt: `${today} 00:00`, pictures },
})

/** Somebody else, whose registration has the same picture. */
async function registerNeighbour(): Promise<void> {
  const picture = randomUUID()
  const uploaded = await demo.cloud.upload(incomingPath(picture), phoneJpeg(1), 'resident-waiting')
  if ('error' in uploaded) throw new Error(uploaded.error.errMsg)
  await call('pictures', 'add', { picture, file: uploaded.fileID }, 'resident-waiting')
  const answers = answersOf({ ...named('林小满'), ...tested(picture) })
  await call('returnee', 'register', { ...registration(), answers }, 'resident-waiting')
}

const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: phoneJpeg(6) }

async function choose(phone: Phone, button: string, files = file): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.tap(button)
  await (await chooser).setFiles(files)
}

const smallPhone = { width: 320, height: 568 }

const withLargeType = async ({ page }: Phone, openid: string): Promise<void> => {
  await page.evaluate(`localStorage.setItem('${openid}/careMode', '{"data":true}')`)
  await page.reload()
}

/** Width and height of the picture on the screen, once it is there: 8 by 16 when the one above stands upright. */
const sizeOfPicture = async (phone: Phone): Promise<[number, number]> => {
  const image = phone.page.locator('.picture img').filter({ visible: true }).last()
  await image.waitFor()
  return image.evaluate(async (element) => {
    const shown = element as unknown as {
      decode(): Promise<void>
      naturalWidth: number
      naturalHeight: number
    }
    await shown.decode()
    return [shown.naturalWidth, shown.naturalHeight]
  })
}

describe('a picture of a test result', () => {
  jest.setTimeout(180_000)
  let resident: Phone
  let id: string

  beforeAll(async () => {
    await registerNeighbour()
    const answers = answersOf({ ...named('方小棠'), ...tested() })
    id = (await call('returnee', 'register', { ...registration(), answers }, 'resident-new')).id
    resident = await openPhone(
      demo.browser,
      demo.cloud.origin,
      'resident-new',
      `#/pages/mine/record/index?id=${id}`,
    )
    await resident.tap('修改登记')
  })
  afterAll(() => resident.close())

  it('is added to a registration, and tried again where there was no network', async () => {
    for (let step = 1; step < 5; step += 1) {
      await resident.sees(`第 ${step} 步`)
      await resident.tap('下一步')
    }
    await resident.sees('检测结果的图片')
    await resident.screenshot('picture-1-asked')
    await resident.page.context().setOffline(true)
    await choose(resident, '拍照或选图片')
    await resident.sees('图片没有传上去')
    await resident.screenshot('picture-2-failed')
    await resident.page.context().setOffline(false)
    await resident.tap('再传一次')
    await resident.sees('已经传好')
    await resident.screenshot('picture-3-sent')
  })

  it('is replaced by another, and refused when it is none', async () => {
    const page = { name: 'result.jpg', mimeType: 'image/png', buffer: Buffer.from('<svg/>') }
    await choose(resident, '换一张', page)
    await resident.sees('没有拿到图片')
    expect(await resident.page.getByText('已经传好').filter({ visible: true }).count()).toBe(1)
    await choose(resident, '换一张')
    await resident.sees('已经传好')
  })

  it('survives the page being closed, and stands upright before sending', async () => {
    await resident.page.waitForTimeout(1500) // Drafts are kept a moment after the last change.
    await resident.page.reload()
    await resident.sees('接着上次填写')
    expect(await sizeOfPicture(resident)).toEqual([8, 16])
    await resident.tap('下一步')
    await resident.sees('附图片 1 张')
    await resident.screenshot('picture-4-check')
    expect(await sizeOfPicture(resident)).toEqual([8, 16])
    const answer = resident.page.waitForResponse(
      (response) => response.request().postData()?.includes('"amend"') ?? false,
    )
    await resident.tap('发送修改')
    await answer
  })

  it('is shown to the grid worker for a reason, with a warning that somebody else has used it', async () => {
    const worker = await openPhone(
      demo.browser,
      demo.cloud.origin,
      'worker-1-1',
      `#/staff/case/index?id=${id}`,
    )
    await withLargeType(worker, 'worker-1-1')
    await worker.sees('检测结果的图片还用在另外 1 份登记里')
    await worker.sees('查看林*满的登记')
    await worker.sees('附图片 1 张')
    expect(await worker.page.locator('.picture').count()).toBe(0)
    await worker.screenshot('case-picture-warning')
    await worker.page.setViewportSize(smallPhone)
    await worker.tap('查看完整信息')
    await worker.tap('电话核实')
    await worker.tap('查看')
    await worker.tap('允许')
    await worker.sees('下面是完整信息')
    expect(await sizeOfPicture(worker)).toEqual([8, 16])
    await worker.page.locator('.picture').last().scrollIntoViewIfNeeded()
    await worker.screenshot('case-picture-revealed')
    await worker.tap('查看林*满的登记')
    await worker.sees('查看方*棠的登记')
    expect(worker.faults).toEqual([])
    await worker.close()
  })

  it('is seen by its owner among the answers', async () => {
    const owner = await openPhone(
      demo.browser,
      demo.cloud.origin,
      'resident-new',
      `#/pages/mine/record/index?id=${id}`,
    )
    await owner.tap('展开')
    expect(await sizeOfPicture(owner)).toEqual([8, 16])
    await owner.screenshot('record-picture')
    expect(owner.faults).toEqual([])
    await owner.close()
  })
})
