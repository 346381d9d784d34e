import type { Result } from '@contract/action'
import type { Household } from '@contract/households'
import type { Reported } from '@contract/selfReport'
import { minutesFromNow, set } from '../functions/support/keeping'
import { reportOf } from '../functions/support/reports'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phones: Phone[] = []
const phoneOf = async (openid: string, route: string) => {
  const phone = await openPhone(demo.browser, demo.cloud.origin, openid, `#/${route}`)
  phones.push(phone)
  return phone
}

const inLargeType = async (phone: Phone, openid: string) => {
  await phone.page.evaluate(`localStorage.setItem('${openid}/careMode', '{"data":true}')`)
  await phone.page.reload()
}

async function answered<T>(feature: string, action: string, input: object, openid: string): Promise<T> {
  const answer = await demo.cloud.call(feature, { action, input }, openid)
  const { result } = answer as { result: Result<T> }
  if (!result.ok) throw new Error(result.error.message)
  return result.data
}

/** The first of a family of the demonstration has a high fever; the case that this leads to. */
async function feverish(openid: string): Promise<string> {
  const [household] = await answered<Household[]>('households', 'mine', {}, openid)
  const report = reportOf({ _id: household!.id, members: household!.members as never }, [
    { temperature: '39.6', symptoms: ['cough'] },
  ])
  const { unwell } = await answered<Reported>('selfReport', 'report', report, openid)
  return unwell[0]!.alert
}

jest.setTimeout(90_000)
afterEach(() => {
  expect(phones.flatMap(({ faults }) => faults)).toEqual([])
})

describe('a fever that nobody looks at', () => {
  let id: string
  let officer: Phone

  it('stands on top of the grid worker’s inbox', async () => {
    id = await feverish('resident-family')
    const worker = await phoneOf('worker-1-1', 'staff/inbox/index')
    await worker.hasInSight('39.6 ℃ · 发热 · 有症状')
    await worker.sees('没有人看过')
    await worker.screenshot('alert-1-inbox')
  })

  it('reaches the community officer after half an hour', async () => {
    set(demo, 'cases', id, { 'todo.dueAt': minutesFromNow(-1) })
    await demo.cloud.fireTimer('healthAlerts')
    officer = await phoneOf('officer-1', 'staff/inbox/index')
    await officer.hasInSight('已报社区专干')
    await officer.screenshot('alert-2-escalated')
  })

  it('is opened by the officer, who sees what is wrong and whom to call', async () => {
    await officer.tap('打开苏*暑的健康异常')
    await officer.sees('可能有危险')
    await officer.sees('跟进中')
    await officer.screenshot('alert-3-case')
    await officer.tap('打电话')
    await officer.sees('打完了，怎么样？')
    await officer.screenshot('alert-4-call')
    await officer.type('说了什么', '家人正送去发热门诊')
    await officer.tap('记下：接通了')
    await officer.sees('社区专干沈知秋打过，接通了')
  })

  it('is closed with what it turned out to be, and the family reads it', async () => {
    await officer.tap('结束')
    await officer.tap('普通疾病')
    await officer.type('怎么处理的', '检测阴性，已经退烧')
    await officer.screenshot('alert-5-close')
    await officer.tap('确定结束')
    await officer.tap('允许')
    await officer.sees('结果：普通疾病')
    await officer.screenshot('alert-6-closed')
    const family = await phoneOf('resident-family', `pages/daily/alert/index?id=${id}`)
    await family.sees('普通疾病')
  })

  it('in large type', async () => {
    const other = await feverish('resident-waiting')
    const worker = await phoneOf('worker-1-1', `staff/healthAlert/index?id=${other}`)
    await inLargeType(worker, 'worker-1-1')
    await worker.sees('跟进中')
    await worker.screenshot('alert-7-care')
    await worker.page.getByText('每次报告').scrollIntoViewIfNeeded()
    await worker.screenshot('alert-8-care-reports')
    await worker.close()
  })
})

describe('a household without a telephone', () => {
  it('is opened by the steward, who adds, corrects and takes out its people', async () => {
    const steward = await phoneOf('steward', 'staff/households/index')
    await steward.tap('替没有手机的人建一户')
    await steward.sees('青禾街道 春晓社区 春晓东苑 1 号楼')
    await steward.type('门牌', '3 单元 101')
    await steward.type('家人 1 姓名', '田守老')
    await steward.tap('建好了')
    await steward.sees('没有手机能报')
    await steward.tap('加一个人')
    await steward.type('姓名', '田小满')
    await steward.tap('子女')
    await steward.tap('加上')
    await steward.tap('修改田*满')
    await steward.sees('现在是 田*满')
    await steward.type('姓名', '田大满意')
    await steward.type('电话', '13800007777')
    await steward.screenshot('households-8-correct')
    await steward.tap('改好了')
    await steward.tap('修改田**意')
    await steward.sees('现在有电话，这里不显示')
    await steward.tap('他不住这里了，或者加错了')
    await steward.tap('搬走了')
    await steward.tap('确定')
    await steward.sees('起不用报')
    await steward.screenshot('households-9-left')
    await steward.close()
  })
})

describe('a household that has not reported', () => {
  const name = '郑*露家'

  it('is found by the grid worker, who calls it; nobody answers', async () => {
    const worker = await phoneOf('worker-1-1', 'staff/households/index')
    await worker.sees('户没报')
    await worker.sees('替没有手机的人建一户')
    await worker.screenshot('households-1-list')
    await worker.tap(`打电话给${name}`)
    await worker.sees('打完了，怎么样？')
    await worker.tap('记下：没人接')
    await worker.sees('已记下')
    // The demonstration has calls of yesterday, too.
    const line = worker.page.getByText(/^今天 \d\d:\d\d 网格员王秀英打过，没人接$/)
    await line.waitFor()
    await line.scrollIntoViewIfNeeded()
    await worker.screenshot('households-2-called')
  })

  it('is not called again by a colleague who does not know', async () => {
    const officer = await phoneOf('officer-1', 'staff/households/index')
    await officer.tap(`打电话给${name}`)
    await officer.sees('刚有人打过')
    await officer.screenshot('households-3-warned')
    expect(await officer.page.getByText(/^拨打/).count()).toBe(0)
    await officer.tap('先不打了')
    await officer.tap(`打开${name}`)
    await officer.sees('最近 28 天')
    await officer.screenshot('households-4-one')
    await officer.page.getByText('打过的电话').scrollIntoViewIfNeeded()
    await officer.screenshot('households-5-one-calls')
  })

  it('in large type', async () => {
    const worker = await phoneOf('worker-1-1', 'staff/households/index')
    await inLargeType(worker, 'worker-1-1')
    await worker.sees('户没报')
    await worker.screenshot('households-6-care')
    await worker.tap(`打开${name}`)
    await worker.sees('上门代报')
    await worker.screenshot('households-7-care-one')
  })
})
