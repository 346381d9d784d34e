import { openLaptop, openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phoneOf = (openid: string, route = '') => openPhone(demo.browser, demo.cloud.origin, openid, route)

/** Fills in a registration up to the last look before sending. */
async function fillIn(phone: Phone, name: string): Promise<void> {
  await phone.tap('我自己')
  await phone.type('姓名', name)
  await phone.type('手机号', '13800001234')
  await phone.screenshot('register-1-person')
  await phone.tap('下一步')

  await phone.sees('小区和楼栋')
  await phone.tap('小区和楼栋 请选择')
  for (const place of ['青禾街道', '春晓社区', '春晓东苑', '1 号楼']) await phone.tap(place)
  await phone.type('门牌', '2 单元 301')
  await phone.screenshot('register-2-household')
  await phone.tap('下一步')

  await phone.tap('从哪个县区来 请选择')
  await phone.type('搜县区，例如 朝阳', '武侯')
  await phone.tap('武侯区')
  await phone.chooseToday('哪天离开')
  await phone.chooseToday('哪天到家')
  await phone.tap('火车')
  await phone.type('车次', 'G1234')
  await phone.screenshot('register-3-journey')
  await phone.tap('下一步')

  await phone.sees('同行的人')
  await phone.screenshot('register-4-company')
  await phone.tap('下一步')

  await phone.tap('都没有')
  await phone.tap('没有做过')
  await phone.screenshot('register-5-health')
  await phone.tap('下一步')
  await phone.sees('请看一遍')
}

describe('from resident to grid worker and back', () => {
  jest.setTimeout(180_000)
  let resident: Phone
  let worker: Phone

  beforeAll(async () => {
    resident = await phoneOf('resident-new')
    worker = await phoneOf('worker-1-1', '#/staff/inbox/index')
  })

  afterEach(() => {
    expect([...resident.faults, ...worker.faults]).toEqual([])
  })

  it('the resident registers and reads what to do now', async () => {
    await resident.sees('返乡登记')
    await resident.screenshot('home')
    await resident.tap('开始登记')
    await fillIn(resident, '方小棠')
    await resident.screenshot('register-6-check')
    await resident.tap('发送登记')
    await resident.sees('登记进度通知')
    await resident.screenshot('register-7-messages')
    await resident.tap('允许')
    await resident.sees('王秀英')
    await resident.screenshot('what-to-do-now')
  })

  it('the grid worker finds it in the inbox, masked, and asks a question', async () => {
    await worker.page.reload()
    await worker.sees('方*棠')
    await worker.screenshot('inbox')
    await worker.tap('打开方*棠的登记')
    await worker.sees('返乡人')
    await worker.screenshot('case')
    expect(await worker.page.getByText('方小棠').count()).toBe(0)
    await worker.tap('问居民')
    await worker.type('要问的话', '请问坐的是几号车厢？')
    await worker.screenshot('case-ask')
    await worker.tap('发给居民')
    await worker.sees('待办提醒')
    await worker.tap('总是保持以上选择，不再询问')
    await worker.tap('允许')
    await worker.sees('等居民回复')
  })

  it('the resident answers', async () => {
    await resident.tap('回首页')
    await resident.sees('社区有问题等您回答')
    await resident.screenshot('home-asked')
    await resident.tap('现在回答')
    await resident.sees('请问坐的是几号车厢？')
    await resident.type('您的回答', '8 号车厢')
    await resident.screenshot('record-asked')
    await resident.tap('发送回答')
    await resident.tap('允许')
    await resident.sees('网格员王秀英会在')
  })

  it('the grid worker sees the full text for a reason, and decides', async () => {
    await worker.page.reload()
    await worker.sees('8 号车厢')
    await worker.tap('查看完整信息')
    await worker.tap('电话核实')
    await worker.tap('查看')
    await worker.sees('13800001234')
    await worker.screenshot('case-revealed')
    await worker.tap('另作决定')
    await worker.tap('居家观察')
    await worker.type('为什么和预计不同', '家里有老人，先在家观察')
    await worker.screenshot('case-accept')
    await worker.tap('确认：居家观察 7 天')
    await worker.sees('处理结果')
    await worker.screenshot('case-accepted')
  })

  it('the resident reads from which day to which, and who has seen their name and why', async () => {
    await resident.page.reload()
    await resident.sees('居家观察 7 天')
    await resident.screenshot('record-accepted')
    await resident.sees('电话核实')
  })
})

it('the desk shows both phones and what WeChat would have sent', async () => {
  const laptop = await openLaptop(demo.browser, demo.cloud.origin)
  await laptop.locator('iframe').first().contentFrame().getByText('返乡登记').first().waitFor()
  await laptop.getByText('已核实', { exact: true }).first().waitFor()
  await laptop.screenshot({ path: 'dist/screenshots/desk.png' })
  await laptop.context().close()
})

it('a draft survives closing the page, and is offered again', async () => {
  const phone = await phoneOf('resident-observed')
  await phone.tap('开始登记')
  await phone.tap('我自己')
  await phone.type('姓名', '周清和')
  await phone.page.waitForTimeout(1500) // Drafts are kept a moment after the last key.
  await phone.page.goto(`${demo.cloud.origin}/as/resident-observed/`)
  await phone.page.reload()
  await phone.sees('有一份登记没填完')
  await phone.tap('继续填写')
  expect(
    await phone.page
      .getByLabel('姓名')
      .locator('input')
      .or(phone.page.locator('input[aria-label="姓名"]'))
      .first()
      .inputValue(),
  ).toBe('周清和')
  expect(phone.faults).toEqual([])
  await phone.close()
})

it('of two officers at once the second is told what the first did, and loses nothing typed', async () => {
  const [worker, officer] = await Promise.all(
    ['worker-1-1', 'officer-1'].map((openid) => phoneOf(openid, '#/staff/inbox/index')),
  )
  if (!worker || !officer) throw new Error('two phones')
  for (const phone of [worker, officer]) await phone.tap('打开林*满的登记')
  await worker.tap('不通过')
  await worker.type('原因', '与昨天的登记重复')

  await officer.tap('另作决定')
  await officer.tap('健康监测')
  await officer.type('为什么和预计不同', '离得近，每天上门看')
  await officer.tap('确认：健康监测 3 天')
  await officer.tap('允许')
  await officer.sees('处理结果')

  await worker.tap('确定不通过')
  await worker.tap('取消')
  await worker.sees('社区专干 沈知秋 确认了登记：健康监测 3 天')
  await worker.sees('与昨天的登记重复')
  await worker.screenshot('case-overtaken')
  for (const phone of [worker, officer]) {
    expect(phone.faults).toEqual([])
    await phone.close()
  }
})

it('bad input is refused at the field, in words', async () => {
  const phone = await phoneOf('resident-waiting', '#/pages/returnee/register/index')
  await phone.tap('我自己')
  await phone.type('姓名', '12345')
  await phone.type('手机号', '123')
  await phone.tap('下一步')
  await phone.sees('请写真实姓名，不要用数字和表情')
  await phone.sees('请写 11 位手机号，或带区号的座机号')
  await phone.screenshot('register-faults')
  await phone.close()
})
