import { randomUUID } from 'node:crypto'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phoneOf = (openid: string, route = '') => openPhone(demo.browser, demo.cloud.origin, openid, route)

/** The telephone of the demonstration's resident whom the community has asked something. */
const PHONE = '13800008002'

describe('who looks is seen', () => {
  jest.setTimeout(120_000)
  let resident: Phone
  let worker: Phone
  let officer: Phone

  beforeAll(async () => {
    resident = await phoneOf('resident-asked')
    worker = await phoneOf('worker-1-1', '#/staff/inbox/index')
    officer = await phoneOf('officer-1')
  })

  afterEach(() => {
    expect([...resident.faults, ...worker.faults, ...officer.faults]).toEqual([])
  })

  it('the grid worker sees the clear text for a reason', async () => {
    await worker.tap('打开赵*有的登记')
    await worker.tap('查看完整信息')
    await worker.tap('上门核实')
    await worker.screenshot('looks-reveal')
    await worker.tap('查看')
    await worker.sees('待办提醒')
    await worker.tap('总是保持以上选择，不再询问')
    await worker.tap('允许')
    await worker.sees(PHONE)
  })

  it('the resident reads who looked, and why', async () => {
    await resident.tap('现在回答')
    await resident.sees('谁看过我的信息')
    await resident.sees('网格员 王秀英 查看了完整信息，原因')
    await resident.sees('上门核实')
    await resident.page.getByText('谁看过我的信息').scrollIntoViewIfNeeded()
    await resident.screenshot('looks-resident')
  })

  it('the grid worker finds a case by the whole number, at the field told what is wrong with part of one', async () => {
    await worker.page.goto(`${demo.cloud.origin}/as/worker-1-1/#/staff/inbox/index`)
    await worker.page.reload()
    await worker.tap('按号码查找')
    await worker.type('手机号或证件号码', '8002')
    await worker.tap('按号码查找')
    await worker.sees('请写完整的手机号或证件号码')
    await worker.type('手机号或证件号码', PHONE)
    await worker.tap('按号码查找')
    await worker.tap('居民要求')
    await worker.screenshot('looks-find-reason')
    await worker.tap('查找')
    await worker.sees('查到 1 份登记')
    await worker.sees('赵*有')
    await worker.screenshot('looks-find')
  })

  it('the officer above reads both, masked', async () => {
    await officer.tap('谁看过居民信息')
    await officer.sees('查看了完整信息：赵*有')
    await officer.sees('按号码查到：赵*有')
    await officer.sees('原因：居民要求')
    await officer.screenshot('looks-officer')
    expect(await officer.page.getByText('赵大有').count()).toBe(0)
  })

  it('whoever looks at too many is told to wait', async () => {
    for (let n = 0; n < 28; n += 1) {
      const input = { submission: randomUUID(), number: `139000000${10 + n}`, words: '电话核实' }
      await demo.cloud.call('looks', { action: 'find', input }, 'worker-1-1')
    }
    await worker.tap('打开赵*有的登记')
    await worker.tap('查看完整信息')
    await worker.tap('电话核实')
    await worker.tap('查看')
    await worker.sees('秒再看')
    await worker.screenshot('looks-wait')
  })

  it('and the officer above hears what it was for', async () => {
    await officer.page.goto(`${demo.cloud.origin}/as/officer-1/#/staff/inbox/index`)
    await officer.page.reload()
    await officer.tap('筛选')
    await officer.tap('查看提醒')
    await officer.tap('看结果')
    await officer.sees('一小时内查看了 30 次以上')
    await officer.screenshot('looks-inbox')
    await officer.tap('核实王秀英的查看')
    await officer.sees('王秀英 一小时内查看了很多居民的信息')
    await officer.screenshot('looks-alert')
    await officer.tap('写下核实结果')
    await officer.tap('集中电话排查，已核实。')
    await officer.tap('核实完毕')
    await officer.sees('已经核实')
    await officer.screenshot('looks-alert-settled')
  })
})
