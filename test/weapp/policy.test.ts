/** @jest-environment node */
import { policyExamples } from '@contract/policyExamples'
import { answered, openCommunity, type Community } from '../functions/support/community'
import { registered } from '../functions/support/registrations'
import { areaOf, rulingDocuments, someRules } from '../functions/support/rulings'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf('510107', 'high')]))
})
afterEach(() => phone.close())
afterAll(() => community.close())

const open = async (openid: string, page: string, query: Record<string, string>) =>
  (phone = await launchPhone({ build, cloud: community.cloud, openid })).open(page, query)

const editorOf = (query: Record<string, string>) =>
  open('street-officer', 'staff/policy/edit/index', { place: 'qinghe', ...query })

describe('a policy, as WeChat runs it', () => {
  it('is read by those who decide by it, and changed by nobody but the heads of a street or a district', async () => {
    const page = await open('worker-1-1', 'staff/policy/index', { place: 'qinghe-1-1-1' })
    await page.sees('“示例政策”，第 1 版')
    expect(page.text()).toContain('高风险 · 到过风险区 · 离开 14 天内')
    expect(page.text()).not.toContain('在这一版上修改')
    phone.close()
    const own = await open('worker-1-1', 'staff/policy/index', {})
    await own.sees('没有归您管的政策')
  })

  it('starts from the one in force, and is not left without a name', async () => {
    const page = await editorOf({ inForce: 'yes' })
    await page.sees('下一步：试一试')
    expect(page.text()).not.toContain('这一项要填写')
    await page.type('政策名称', '')
    await page.tap('下一步：试一试')
    await page.sees('这一项要填写')
  })

  it('names the rule of which a copy never counts', async () => {
    const page = await editorOf({ inForce: 'yes' })
    await page.sees('高风险区')
    await page.tap('复制 高风险区')
    await page.sees('第 2 条“高风险区”永远用不上，前面的第 1 条“高风险区”已经全包括了')
    expect(page.text()).toContain('有问题要先改好，去看看')
  })

  it('drops what came after a measure that becomes a notice', async () => {
    const page = await editorOf({ inForce: 'yes' })
    await page.sees('高风险区')
    await page.tap('修改第 1 条 高风险区')
    await page.sees('之后的措施')
    await page.tap('告知即可')
    await page.type('第几天检测', '1')
    await page.tap('放进规则里')
    await page.sees('告知即可，离开后第 1 天检测')
    expect(page.text()).not.toContain('健康监测')
  })

  it('says what households are asked every day', async () => {
    const page = await editorOf({ inForce: 'yes' })
    await page.sees('37.3 ℃ 起算发热')
    await page.tap('修改')
    await page.sees('多少度算发热')
    await page.tap('37.5 ℃')
    await page.type('电话 1 的名称', '发热门诊')
    await page.tap('放进规则里')
    await page.sees('这一项要填写')
    await page.type('电话 1 的号码', '13800009999')
    await page.tap('放进规则里')
    await page.sees('37.5 ℃ 起算发热')
    expect(page.text()).toContain('发热门诊 13800009999')
  })

  it('says what neighbours can tell of, and what it is worth', async () => {
    const page = await editorOf({ inForce: 'yes' })
    await page.sees('一条奖口罩 10 个')
    await page.tap('修改线索和奖励')
    await page.sees('加一类线索')
    await page.tap('上移 聚集')
    await page.tap('删除 其他')
    await page.tap('加一类线索')
    await page.type('一条奖几个', '101')
    await page.tap('放进规则里')
    await page.sees('这一项要填写')
    expect(page.text()).toContain('数值超出了范围')
    await page.type('叫什么', '棋牌室')
    await page.tap('紧急，排在前面')
    await page.type('一条奖几个', '5')
    await page.tap('放进规则里')
    await page.sees('一条奖口罩 5 个')
    expect(page.text()).toContain(
      '可以提供的线索：返乡没登记、聚集（紧急）、居家观察外出（紧急）、该关的场所开着、棋牌室（紧急）',
    )
  })

  it('is tried, each time under the rules as they are', async () => {
    const page = await editorOf({ inForce: 'yes' })
    await page.sees('下一步：试一试')
    await page.tap('下一步：试一试')
    await page.sees('先选从哪里来')
    await page.type('从哪里来', '武侯')
    await page.sees('四川省 成都市 武侯区')
    await page.tap('四川省 成都市 武侯区')
    await page.sees('集中观察')
    await page.tap('记住这个例子')
    await page.sees('记住的例子')
    await page.tap('回去修改')
    await page.tap('删除 高风险区')
    await page.sees('中风险区')
    await page.tap('下一步：试一试')
    await page.sees('居家观察')
    expect(page.text()).not.toContain('集中观察')
  })

  it('is proposed from an example, and read by another officer', async () => {
    const [example] = policyExamples
    const page = await editorOf({ example: example?.name ?? '' })
    await page.sees('下一步：试一试')
    await page.tap('修改线索和奖励')
    await page.type('一条奖几个', '2')
    await page.tap('放进规则里')
    await page.tap('下一步：试一试')
    await page.tap('下一步：来源和生效')
    await page.tap('按最新公告更新')
    await page.tap('提出，请另一位负责人发布')
    await phone.rest()
    await phone.page.sees('要由另一位负责人核对后发布')
    phone.close()
    const { editions } = answered(await community.as('street-officer-2').policy.editions({ place: 'qinghe' }))
    const [proposed] = editions
    expect(proposed).toMatchObject({ status: 'proposed', mayPublish: true })
    const overview = await open('street-officer-2', 'staff/policy/index', {})
    await overview.sees('1 份待发布')
    phone.close()
    const edition = await open('street-officer-2', 'staff/policy/edition/index', {
      place: 'qinghe',
      edition: proposed?.id ?? '',
    })
    await edition.sees('每一种情况都有而且只有一条规则')
    await edition.sees('奖励从口罩 10 个改成口罩 2 个。')
  })
})

describe('a case that a policy has an answer to', () => {
  it('shows what is expected and why, and leads to the policy', async () => {
    const { id } = await registered(community, 'resident-1')
    const page = await open('worker-1-1', 'staff/case/index', { id })
    await page.sees('按规定预计')
    expect(page.text()).toContain('按预计确认：集中观察')
    expect(page.text()).toContain(someRules[0]?.staff)
    expect(page.text()).toContain('查看防控政策')
  })
})
