import { randomUUID } from 'node:crypto'
import readXlsxFile from 'read-excel-file/node'
import type { Result } from '@contract'
import { answersOf, today } from '../functions/support/registrations'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const call = async (feature: string, action: string, input: object, openid: string) => {
  const answer = await demo.cloud.call(feature, { action, input }, openid)
  if ('error' in answer) throw new Error(answer.error.errMsg)
  const result = answer.result as Result<{ id: string; version: number }>
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.data
}

/** Somebody whose registration is decided and without a measure, looked at once by staff. */
async function decided(openid: string): Promise<string> {
  const answers = answersOf({ test: { result: 'negative', takenAt: `${today} 00:00`, pictures: [] } })
  const input = { submission: randomUUID(), purpose: 'self', answers }
  const { id, version } = await call('returnee', 'register', input, openid)
  const act = () => ({ case: id, submission: randomUUID() })
  await call('returnee', 'reveal', { ...act(), version, words: '电话核实' }, 'worker-1-1')
  const accepting = { ...act(), version: version + 1, measure: 'noticeOnly', days: 0, words: '已经核实' }
  await call('returnee', 'accept', accepting, 'worker-1-1')
  return id
}

const phoneOf = (openid: string, route: string) => openPhone(demo.browser, demo.cloud.origin, openid, route)

describe('one’s own data', () => {
  jest.setTimeout(120_000)
  let resident: Phone
  beforeAll(async () => {
    await decided('resident-new')
    resident = await phoneOf('resident-new', '#/pages/home/index')
  })
  afterAll(() => resident.close())

  it('is one tap from home: what is stored, how long, and how often staff have looked', async () => {
    await resident.tap('我的信息')
    await resident.sees('登记 1 份')
    await resident.sees('工作人员看过您的完整信息 1 次')
    await resident.screenshot('my-data')
  })

  it('is taken along as a spreadsheet', async () => {
    const download = resident.page.waitForEvent('download')
    await resident.tap('导出我的信息')
    const sheets = await readXlsxFile(await (await download).path())
    expect(sheets.map(({ sheet }) => sheet)).toContain('登记内容')
    expect(JSON.stringify(sheets)).toContain('方小棠')
  })

  it('is deleted after a second question, with the number of a certificate', async () => {
    await resident.tap('删除我的信息')
    await resident.sees('现在删除 1 份登记')
    await resident.screenshot('my-data-erase')
    await resident.tap('确定删除')
    await resident.sees('删除后不能恢复，确定吗？')
    await resident.screenshot('my-data-erase-sure')
    await resident.tap('确定删除')
    await resident.sees('证明编号：第 1 号')
    await resident.sees('这里没有您的信息')
    await resident.screenshot('my-data-erased')
  })

  it('leaves a certificate that anybody can check', async () => {
    await resident.tap('看销毁证明')
    await resident.sees('本人要求 1 份')
    await resident.tap('核对 第 1 号')
    await resident.sees('核对无误')
    await resident.screenshot('certificates')
    expect(resident.faults).toEqual([])
  })

  it('says what must stay, why and until when', async () => {
    const observed = await phoneOf('resident-observed', '#/pages/account/myData/index')
    await observed.page.evaluate(`localStorage.setItem('resident-observed/careMode', '{"data":true}')`)
    await observed.page.setViewportSize({ width: 320, height: 568 })
    await observed.page.reload()
    await observed.tap('删除我的信息')
    await observed.sees('结束，之后删除')
    await observed.screenshot('my-data-stays')
    expect(observed.faults).toEqual([])
    await observed.close()
  })
})

describe('the end of an outbreak', () => {
  jest.setTimeout(120_000)

  it('is proposed by the administrator and confirmed by an officer, and residents read it', async () => {
    const administrator = await phoneOf('administrator', '#/pages/home/index')
    await administrator.tap('数据保存与销毁')
    await administrator.sees('现在没有要结束的疫情')
    await administrator.screenshot('keeping')
    await administrator.tap('提出疫情结束')
    await administrator.tap('春晓社区')
    await administrator.sees('不能恢复')
    await administrator.screenshot('keeping-announce')
    await administrator.tap('提出，请另一位干部确认')
    await administrator.sees('您提出的，要由另一位干部确认')
    await administrator.screenshot('keeping-announced')

    const officer = await phoneOf('officer-1', '#/staff/keeping/index')
    await officer.tap('确认，开始倒计时')
    await officer.sees('倒计时结束前可以取消')
    await officer.screenshot('keeping-confirm')
    await officer.tap('确定')
    await officer.sees('还有 14 天')
    await officer.screenshot('keeping-counting')

    const resident = await phoneOf('resident-waiting', '#/pages/account/myData/index')
    await resident.sees('疫情结束，信息将全部删除')
    await resident.screenshot('my-data-lift')
    for (const phone of [administrator, officer, resident]) {
      expect(phone.faults).toEqual([])
      await phone.close()
    }
  })

  it('can be put off for a place by a hold', async () => {
    const officer = await phoneOf('street-officer', '#/staff/keeping/index')
    await officer.tap('暂缓删除一个地方的登记')
    await officer.tap('夏荷社区')
    await officer.tap('行政复议、诉讼需要')
    await officer.screenshot('keeping-hold')
    await officer.tap('暂缓删除')
    await officer.sees('夏荷社区 全部登记')
    await officer.screenshot('keeping-held')
    expect(officer.faults).toEqual([])
    await officer.close()
  })

  it('can be put off for one registration, from its own page', async () => {
    const id = await decided('resident-kept')
    const officer = await phoneOf('street-officer', `#/staff/case/index?id=${id}`)
    await officer.tap('暂缓删除这份登记')
    await officer.tap('行政复议、诉讼需要')
    await officer.tap('暂缓删除')
    await officer.sees('方*棠 的登记')
    await officer.screenshot('keeping-held-case')
    expect(officer.faults).toEqual([])
    await officer.close()
  })
})
