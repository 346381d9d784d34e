import type { Result } from '@contract/action'
import type { Changed, OwnRegistrationLine, Registered } from '@contract/returnee'
import { act, registration } from '../functions/support/registrations'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

/** What the function answers to an act that needs no page. */
async function done<Data>(openid: string, action: string, input: unknown): Promise<Data> {
  const { result } = (await demo.cloud.call('returnee', { action, input }, openid)) as {
    result: Result<Data>
  }
  if (!result.ok) throw new Error(result.error.code)
  return result.data
}

describe('what is expected of a resident who was in a risk area', () => {
  jest.setTimeout(60_000)
  let resident: Phone
  let sent: Registered

  beforeAll(async () => {
    const fromRisk = registration({ from: { region: '510107', detail: '示例小区 3 栋' } })
    sent = await done<Registered>('resident-new', 'register', fromRisk)
    resident = await openPhone(
      demo.browser,
      demo.cloud.origin,
      'resident-new',
      `#/pages/returnee/done/index?id=${sent.id}`,
    )
  })

  afterEach(() => {
    expect(resident.faults).toEqual([])
  })

  it('is shown at once, with its days and the reason, as not yet confirmed', async () => {
    await resident.sees('预计：')
    await resident.sees('待社区确认')
    await resident.screenshot('expected-1-done')
    await resident.page.getByText('为什么', { exact: true }).scrollIntoViewIfNeeded()
    await resident.sees('武侯区示例小区；该地从')
    await resident.screenshot('expected-2-days')
  })

  it('is called decided once the community has adopted it, and says why still', async () => {
    await done<Changed>('worker-1-1', 'adopt', { ...act(sent), words: '' })
    await resident.tap('查看登记')
    await resident.sees('登记详情')
    await resident.page.reload()
    await resident.sees('这些天的安排')
    expect(await resident.page.getByText('待社区确认').filter({ visible: true }).count()).toBe(0)
    await resident.sees('武侯区示例小区；该地从')
    await resident.screenshot('expected-3-decided')
  })

  it('is not yet in force for somebody decided about before the list changed', async () => {
    const [changed] = await done<OwnRegistrationLine[]>('resident-reassessed', 'mine', {})
    const route = `#/pages/mine/record/index?id=${changed?.id ?? ''}`
    const other = await openPhone(demo.browser, demo.cloud.origin, 'resident-reassessed', route)
    await other.sees('风险地区名单有变化')
    await other.sees('预计改为：')
    await other.screenshot('expected-4-changed')
    expect(other.faults).toEqual([])
    await other.close()
  })

  it('can be read in large type', async () => {
    await resident.page.evaluate(`localStorage.setItem('resident-new/careMode', '{"data":true}')`)
    await resident.page.reload()
    await resident.sees('这些天的安排')
    await resident.page.getByText('为什么', { exact: true }).last().scrollIntoViewIfNeeded()
    await resident.screenshot('expected-5-care')
  })
})
