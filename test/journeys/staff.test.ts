import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phoneOf = (openid: string, route = '') => openPhone(demo.browser, demo.cloud.origin, openid, route)

describe('from invitation to suspension', () => {
  jest.setTimeout(120_000)
  let officer: Phone
  let newcomer: Phone
  let code = ''

  beforeAll(async () => {
    officer = await phoneOf('officer-1')
  })

  it('an officer sees the staff of the community and invites a grid worker', async () => {
    await officer.tap('工作人员')
    await officer.sees('王秀英')
    await officer.screenshot('staff-list')
    await officer.tap('邀请同事')
    await officer.tap('网格员')
    await officer.tap('第一网格')
    await officer.screenshot('staff-invite')
    const answer = officer.page.waitForResponse((response) => response.url().endsWith('/call/staff'))
    await officer.tap('邀请第一网格的网格员')
    const { result } = (await (await answer).json()) as { result: { data: { code: string } } }
    code = result.data.code
    await officer.sees('让他用微信扫这个码')
    await officer.screenshot('staff-invitation')
  })

  it('a resident opens the link, reads who invites for what, and joins', async () => {
    newcomer = await phoneOf('resident-new', `#/pages/account/join/index?scene=${code}`)
    await newcomer.sees('社区专干 沈知秋邀请您')
    await newcomer.type('您的姓名', '方小棠')
    await newcomer.type('工作手机号', '13800001234')
    await newcomer.screenshot('staff-join')
    await newcomer.tap('接受邀请')
    await newcomer.sees('方小棠，欢迎加入')
    await newcomer.tap('回首页')
    await newcomer.sees('第一网格 网格员')
    await newcomer.tap('去处理待办')
    await newcomer.sees('超期')
    await newcomer.sees('方小棠')
    await newcomer.screenshot('staff-joined-inbox')
  })

  it('the code is worth nothing any more', async () => {
    const other = await phoneOf('resident-asked', '#/pages/account/join/index')
    await other.type('邀请码', code)
    await other.tap('查看邀请')
    await other.sees('这个邀请用不了')
    await other.screenshot('staff-join-void')
    expect(other.faults).toEqual([])
    await other.close()
  })

  it('the officer suspends them with a reason, and they are refused at once', async () => {
    await officer.page.goto(`${demo.cloud.origin}/as/officer-1/#/staff/people/index`)
    await officer.page.reload()
    await officer.tap('打开方小棠的岗位')
    await officer.sees('手上没有要办的事项')
    await officer.screenshot('staff-person')
    await officer.tap('停用')
    await officer.tap('调离')
    await officer.screenshot('staff-suspend')
    await officer.tap('确定停用')
    await officer.sees('现在他不能看，也不能处理这里的任何事项。')
    await officer.screenshot('staff-suspended')

    await newcomer.page.reload()
    await newcomer.sees('您不能做这件事')
    await newcomer.screenshot('staff-refused')
    await newcomer.page.goto(`${demo.cloud.origin}/as/resident-new/#/pages/home/index`)
    await newcomer.sees('您的岗位已停用')
    await newcomer.sees('请联系社区专干 沈知秋')
    await newcomer.screenshot('staff-suspended-home')
  })

  it('the officer hands the work of one grid worker to another', async () => {
    await officer.page.goto(`${demo.cloud.origin}/as/officer-1/#/staff/person/index?post=post-worker-1-2`)
    await officer.page.reload()
    await officer.tap('交接工作')
    await officer.sees('沈知秋')
    await officer.screenshot('staff-hand-over')
    await officer.tap('沈知秋')
    await officer.tap('全部交给沈知秋')
    await officer.sees('件事项交接给沈知秋')
    expect([...officer.faults, ...newcomer.faults]).toEqual([])
  })
})

it.each([
  ['gate-keeper', '门岗'],
  ['administrator', '管理员'],
  ['inspector', '督导员'],
  ['steward', '楼长'],
])('home says what the %s can do', async (openid, role) => {
  const phone = await phoneOf(openid)
  await phone.sees(role)
  await phone.screenshot(`home-${openid}`)
  expect(phone.faults).toEqual([])
  await phone.close()
})
