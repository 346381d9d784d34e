import type { Page } from 'playwright-core'
import { openLaptop, openPhone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

/** Asks as a page does in a tap; the answer is looked at later. */
const askFor = (page: Page, ids: string[]) =>
  page.evaluate(`void (window.answer = localWeChat.requestSubscribeMessage(${JSON.stringify(ids)}))`)
const answerOf = (page: Page) => page.evaluate('window.answer')
const consents = (template: string) => demo.cloud.wechat.consents.left('resident-new', template)

describe('the bar of a page that is not on the desk', () => {
  it('changes who holds the phone, by keyboard alone', async () => {
    const phone = await openPhone(demo.browser, demo.cloud.origin, 'resident-new')
    await phone.sees('方小棠 · 居民')
    await phone.page.keyboard.press('Tab')
    await phone.page.keyboard.press('Enter')
    await phone.sees('工作人员')
    await phone.page.getByRole('link', { name: '林小满' }).focus()
    await phone.page.keyboard.press('Enter')
    await phone.sees('林小满 · 居民')
    expect(new URL(phone.page.url()).pathname).toBe('/as/resident-waiting/')
    expect(phone.faults).toEqual([])
    await phone.close()
  })

  it.each([
    [375, 812],
    [320, 568],
  ])('covers nothing of the page at %d by %d', async (width, height) => {
    const phone = await openPhone(
      demo.browser,
      demo.cloud.origin,
      'resident-new',
      '#/pages/returnee/register/index',
    )
    await phone.page.setViewportSize({ width, height })
    await phone.sees('方小棠 · 居民')
    const bar = await phone.page.locator('#local-wechat-bar').boundingBox()
    const title = await phone.page.locator('#taro-navigation-bar').boundingBox()
    expect(bar).toMatchObject({ x: 0, y: 0, width })
    expect(title?.y).toBe(bar?.height)
    await phone.screenshot(`bar-${width}`)
    // Playwright waits until nothing else would receive the tap.
    await phone.tap('下一步')
    await phone.sees('这一项要填写')
    await phone.close()
  })

  it('is not in the phones of the desk', async () => {
    const laptop = await openLaptop(demo.browser, demo.cloud.origin)
    const frame = laptop.locator('iframe').first().contentFrame()
    await frame.getByText('返乡登记').first().waitFor()
    expect(await frame.locator('#local-wechat-bar').count()).toBe(0)
    expect(await frame.locator('body').evaluate('typeof localWeChat')).toBe('object')
    await laptop.context().close()
  })
})

describe("WeChat's question whether messages may be sent", () => {
  it('gives one consent for each message that is allowed', async () => {
    const { page, ...phone } = await openPhone(demo.browser, demo.cloud.origin, 'resident-new')
    await page.getByText('开始登记').waitFor()
    await askFor(page, ['caseProgress', 'todoArrived'])
    await page.getByText('待办提醒').tap()
    await page.getByText('允许', { exact: true }).tap()
    expect(await answerOf(page)).toEqual({ caseProgress: 'accept', todoArrived: 'reject' })
    expect([consents('caseProgress'), consents('todoArrived')]).toEqual([1, 0])
    expect(phone.faults).toEqual([])
    await page.context().close()
  })

  it.each(['取消', 'Escape'])('gives none after %s', async (how) => {
    const { page } = await openPhone(demo.browser, demo.cloud.origin, 'resident-new')
    await page.getByText('开始登记').waitFor()
    const before = consents('caseProgress')
    await askFor(page, ['caseProgress'])
    await page.getByText('登记进度通知').waitFor()
    if (how === 'Escape') await page.keyboard.press('Escape')
    else await page.getByText(how, { exact: true }).tap()
    expect(await answerOf(page)).toEqual({ caseProgress: 'reject' })
    expect(consents('caseProgress')).toBe(before)
    await page.context().close()
  })

  it('is not asked again of somebody who wants the answer kept', async () => {
    const { page } = await openPhone(demo.browser, demo.cloud.origin, 'resident-new')
    await page.getByText('开始登记').waitFor()
    const before = consents('caseProgress')
    await askFor(page, ['caseProgress'])
    await page.getByText('总是保持以上选择，不再询问').tap()
    await page.keyboard.press('Enter')
    expect(await answerOf(page)).toEqual({ caseProgress: 'accept' })
    await askFor(page, ['caseProgress'])
    expect(await answerOf(page)).toEqual({ caseProgress: 'accept' })
    expect(consents('caseProgress')).toBe(before + 2)
    await page.context().close()
  })

  it('takes no more than three templates at once', async () => {
    const { page } = await openPhone(demo.browser, demo.cloud.origin, 'resident-new')
    await page.getByText('开始登记').waitFor()
    const asking = page.evaluate("localWeChat.requestSubscribeMessage(['a', 'b', 'c', 'd'])")
    await expect(asking).rejects.toThrow('Templates count out of max bounds')
    await page.context().close()
  })
})

describe('the page of all messages', () => {
  it('shows what was sent and what was refused, with the reason, as text, and finds those of one person', async () => {
    const message = { at: new Date().toISOString(), template: 'caseProgress', fields: { phrase2: '已核实' } }
    demo.cloud.wechat.outbox.add({ ...message, to: 'resident-asked' })
    demo.cloud.wechat.outbox.add({
      ...message,
      to: 'resident-waiting',
      fields: { thing1: '<img src=x>' },
      refused: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
    })
    const laptop = await openLaptop(demo.browser, `${demo.cloud.origin}/outbox`)
    await laptop.getByText('给 赵大有').waitFor()
    await laptop.getByText('没有发出：对方没有允许接收，或允许的次数已经用完').waitFor()
    await laptop.getByText('<img src=x>').waitFor()
    expect(await laptop.getByText('登记进度通知').count()).toBe(2)
    await laptop.setViewportSize({ width: 375, height: 812 })
    expect(await laptop.evaluate('document.documentElement.scrollWidth')).toBe(375)
    await laptop
      .getByLabel('收件人')
      .selectOption({ label: '赵大有 · 居民，社区有问题等他回答，也替妈妈家报备' })
    await laptop.getByText('给 林小满').waitFor({ state: 'detached' })
    expect(await laptop.getByText('给 赵大有').count()).toBe(1)
    await laptop.context().close()
  })
})
