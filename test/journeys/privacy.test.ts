/** @jest-environment node */
import { openPhone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const register = '#/pages/returnee/register/index'

describe('what is asked of a person before their information is used, in the browser', () => {
  it('is explained where it is needed, can be refused, and fills in the number once it is agreed to', async () => {
    const { cloud, browser } = demo
    const phone = await openPhone(browser, cloud.origin, 'resident-new', register, { hasAgreed: false })
    await phone.sees('谁要返乡')
    await phone.tap('用微信手机号')
    await phone.sees('要用您的微信手机号')
    await phone.screenshot('privacy-sheet')
    await phone.tap('不同意')
    await phone.sees('没关系，请自己输入手机号。')
    // Nothing is asked again for ten seconds.
    await phone.page.evaluate("localStorage.setItem('localWeChat/resident-new/privacy', 'agreed')")
    await phone.tap('用微信手机号')
    await phone.sees('获取并验证您的手机号')
    await phone.tap('允许')
    await phone.page.locator('input[type=tel]').filter({ visible: true }).first().waitFor()
    await phone.page.getByText('用微信手机号').waitFor({ state: 'detached' })
    expect(await phone.page.locator('input[type=tel]').first().inputValue()).toMatch(/^1\d{10}$/)
    await phone.screenshot('own-phone-filled')
    expect(phone.faults).toEqual([])
    await phone.close()
  })

  it('can be read in full from the first page', async () => {
    const { cloud, browser } = demo
    const phone = await openPhone(browser, cloud.origin, 'resident-new', '', { hasAgreed: false })
    await phone.sees('我们用您的哪些信息')
    const opened = phone.page.context().waitForEvent('page')
    await phone.tap('我们用您的哪些信息')
    const guideline = await opened
    await guideline.getByText('填到微信公众平台').waitFor()
    await phone.close()
  })
})
