import type { Case } from '@kernel/caseEvents'
import { stored } from '../functions/support/keeping'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const open = (openid: string, route: string) =>
  openPhone(demo.browser, demo.cloud.origin, openid, `#/${route}`)

const alerts = () => stored<Case>(demo, 'cases').filter(({ kind }) => kind === 'healthAlert').length

describe('what people write', () => {
  jest.setTimeout(60_000)

  it('that WeChat does not take keeps nobody with a fever from reporting', async () => {
    const phone = await open('resident-family', 'pages/daily/report/index')
    await phone.tap('修改沈如意的情况')
    await phone.type('沈如意 体温（℃）', '386')
    await phone.tap('还有要说的：去过外地、检测、疫苗、备注')
    await phone.type('沈如意 备注', '测试违规')
    await phone.tap('有人不舒服，核对后上报')
    const before = alerts()
    await phone.tap('确认上报')
    await phone.tap('总是保持以上选择，不再询问')
    await phone.tap('允许')
    await phone.sees('这段话里有微信不让发送的字句')
    await phone.hasInSight('去掉这段话，直接发送')
    await phone.screenshot('texts-1-refused')
    expect(alerts()).toBe(before)
    await phone.tap('去掉这段话，直接发送')
    await phone.sees('沈如意：发热')
    expect(alerts()).toBe(before + 1)
    // The browser itself tells of each refused answer of the cloud, if at all; the page has nothing to tell.
    expect(phone.faults).toEqual([])
    await phone.close()
  })

  describe('and WeChat is not sure of', () => {
    let officer: Phone
    beforeAll(async () => {
      officer = await open('officer-1', 'staff/inbox/index')
    })
    afterEach(() => expect(officer.faults).toEqual([]))
    afterAll(() => officer.close())

    it('waits for the officer, who reads it by a tap', async () => {
      await officer.tap('筛选')
      await officer.tap('文字复核')
      await officer.tap('看结果')
      await officer.sees('微信提示，请人看看')
      await officer.screenshot('texts-2-inbox')
      await officer.page.getByText('微信提示，请人看看').filter({ visible: true }).first().tap()
      await officer.sees('请看看这段文字')
      await officer.screenshot('texts-3-review')
      await officer.tap('查看文字')
      await officer.sees('写的是')
      await officer.screenshot('texts-4-read')
    })

    it('and is hidden for a reason, or shown again', async () => {
      await officer.tap('隐藏')
      await officer.tap('是广告或诈骗。')
      await officer.screenshot('texts-5-hide')
      await officer.tap('隐藏')
      await officer.sees('隐藏了文字，原因')
      await officer.tap('看它写在哪里')
      await officer.sees('（这段文字已由社区隐藏）')
      await officer.screenshot('texts-6-hidden')
      await officer.page.goBack()
      await officer.tap('重新显示')
      await officer.sees('认为没有问题')
      await officer.screenshot('texts-7-kept')
    })
  })
})
