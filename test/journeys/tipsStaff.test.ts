import { randomUUID } from 'node:crypto'
import type { Result } from '@contract/action'
import { dayOf } from '@contract/calendar'
import type { TipTold } from '@contract/letterbox'
import type { TipCase } from '@kernel/tips/tip'
import { stored } from '../functions/support/keeping'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phones: Phone[] = []
const phoneOf = async (openid: string, route: string) => {
  const phone = await openPhone(demo.browser, demo.cloud.origin, openid, `#/${route}`)
  phones.push(phone)
  return phone
}

let tellers = 0
/** Each tip is told by somebody else: one account tells few in a day. */
const newTeller = () => `neighbour-${(tellers += 1)}`
const building = 'qinghe-1-1-1-1'

async function sent<T>(action: string, input: object): Promise<T> {
  const answer = await demo.cloud.call('letterbox', { action, input }, newTeller())
  const { result } = answer as { result: Result<T> }
  if (!result.ok) throw new Error(result.error.message)
  return result.data
}

const idsNow = () =>
  stored<TipCase>(demo, 'cases')
    .filter(({ kind }) => kind === 'tip')
    .map(({ _id }) => _id)

/** Somebody tells of it, and the letterbox is emptied: the receipt, and the tip that it has become. */
async function told(words: string, more: object = {}): Promise<{ receipt: string; id: string }> {
  const before = idsNow()
  const { receipt } = await sent<TipTold>('tell', {
    letter: randomUUID(),
    kind: 'unregisteredReturn',
    place: building,
    seen: { on: dayOf(new Date()), part: 'evening' },
    words,
    ...more,
  })
  await demo.cloud.fireTimer('letterbox')
  const [id] = idsNow().filter((one) => !before.includes(one))
  if (!id) throw new Error('no tip has come of it')
  return { receipt, id }
}

const tipPage = (id: string) => `staffTips/tip/index?id=${id}`

/** WeChat asks once on each phone whether messages may be sent. */
const allow = async (phone: Phone) => {
  await phone.tap('总是保持以上选择，不再询问')
  await phone.tap('允许')
}

const reads = async (phone: Phone, label: string) => {
  await phone.page.getByText(label, { exact: true }).last().scrollIntoViewIfNeeded()
}

jest.setTimeout(120_000)
afterEach(() => {
  expect(phones.flatMap(({ faults }) => faults)).toEqual([])
})

describe('a car from elsewhere', () => {
  let tip: { receipt: string; id: string }
  let worker: Phone

  it('is told of at a community, and dispatched by its officer', async () => {
    tip = await told('一辆外地车停了两天，车上下来三个人，拎着行李', {
      place: 'qinghe-1',
      where: '2 单元 601',
      plate: '川A12345',
    })
    const officer = await phoneOf('officer-1', 'staff/inbox/index')
    await officer.sees('返乡没登记')
    await officer.screenshot('tip-work-1-inbox')
    await officer.close()
    phones.pop()

    const opened = await phoneOf('officer-1', tipPage(tip.id))
    await opened.sees('核实中')
    await opened.tap('改地点、换人去')
    for (const name of ['第一网格', '春晓东苑', '1 号楼']) await opened.tap(name)
    await opened.screenshot('tip-work-2-dispatch')
    await opened.tap('派到1 号楼')
    await allow(opened)
    await opened.sees('改了地点')
  })

  it('is opened by the grid worker, who reads what is known there and how to go there', async () => {
    worker = await phoneOf('worker-1-1', tipPage(tip.id))
    await worker.sees('网格员 王秀英 看到了')
    await worker.page.evaluate('scrollTo(0, 0)')
    await worker.screenshot('tip-work-3-tip')
    await reads(worker, '去的时候')
    await worker.screenshot('tip-work-4-steps')
    await reads(worker, '这里已知的情况')
    await worker.screenshot('tip-work-5-known')
    await reads(worker, '经过')
    await worker.screenshot('tip-work-6-timeline')
  })

  it('the teller is asked, and answers by the receipt', async () => {
    await worker.tap('问提供线索的人')
    await worker.tap('大概几点看到的？现在还在吗？')
    await worker.screenshot('tip-work-7-ask')
    await worker.tap('发出问题')
    await allow(worker)
    await worker.sees('网格员 王秀英 问提供的人')
    await sent('add', { receipt: tip.receipt, letter: randomUUID(), words: '昨晚八点，现在还在' })
    await demo.cloud.fireTimer('letterbox')
    await worker.page.reload()
    await worker.sees('昨晚八点，现在还在')
  })

  it('it is so, and the family is registered with what is known', async () => {
    await worker.tap('查看完整信息')
    await worker.tap('登记这户人家')
    await worker.tap('查看')
    await worker.sees('2 单元 601')
    await worker.page.evaluate('scrollTo(0, 0)')
    await worker.screenshot('tip-work-8-revealed')
    await worker.tap('填写核实结果')
    await worker.tap('属实，之前不知道')
    await worker.tap('人在家，刚回来，没有登记过。')
    await worker.screenshot('tip-work-9-result')
    await worker.tap('结束：属实，之前不知道')
    await worker.sees('属实，还没有登记')
    await worker.screenshot('tip-work-10-confirmed')
    await worker.tap('登记这户人家')
    await register(worker, '马小远')
    await worker.page.waitForURL(/pages\/returnee\/done/)
    await worker.screenshot('tip-work-12-registered')
    await worker.page.goBack()
    await worker.sees('已有对应的登记')
    await worker.page.evaluate('scrollTo(0, 0)')
    await worker.screenshot('tip-work-13-led')
    expect(stored<TipCase>(demo, 'cases').find(({ _id }) => _id === tip.id)?.body.leadsTo).toBeTruthy()
  })
})

/** The rest of the form, in which place, door, day and plate stand already. */
async function register(phone: Phone, name: string): Promise<void> {
  await phone.type('姓名', name)
  await phone.type('手机号', '13800004321')
  await phone.tap('下一步')
  await phone.sees('青禾街道 春晓社区 春晓东苑 1 号楼')
  await phone.tap('下一步')
  await phone.tap('从哪个县区来 请选择')
  await phone.type('搜县区，例如 朝阳', '武侯')
  await phone.tap('武侯区')
  await phone.chooseToday('哪天离开')
  await phone.screenshot('tip-work-11-form')
  await phone.tap('下一步')
  await phone.sees('同行的人')
  await phone.tap('下一步')
  await phone.tap('都没有')
  await phone.tap('没有做过')
  await phone.tap('下一步')
  await phone.sees('川A12345')
  await phone.tap('发送登记')
}

describe('a mistake', () => {
  it('is closed kindly, and looked at again when an officer says so', async () => {
    const { id } = await told('楼上好像住了外地人')
    const worker = await phoneOf('worker-1-1', tipPage(id))
    await worker.sees('核实中')
    await worker.tap('填写核实结果')
    await worker.tap('保存结果')
    await worker.screenshot('tip-work-14-missing')
    await worker.tap('不属实')
    await worker.tap('车主四月就回来了，没有离开过。')
    await worker.tap('结束：不属实')
    await allow(worker)
    await worker.sees('去看过：不属实')
    await worker.screenshot('tip-work-15-unfounded')
    const officer = await phoneOf('officer-1', tipPage(id))
    await officer.tap('重新核实')
    await officer.tap('结果写错了。')
    await officer.tap('重新派人')
    await allow(officer)
    await officer.sees('要求重新核实')
  })
})

describe('the same, told twice', () => {
  it('is joined', async () => {
    const words = '三号门口有人摆酒席，三桌，很多人'
    await told(words, { kind: 'gathering' })
    const { id } = await told(`${words}，还在喝`, { kind: 'gathering' })
    const worker = await phoneOf('worker-1-1', tipPage(id))
    await worker.sees('可能是同一件事')
    await reads(worker, '可能是同一件事')
    await worker.screenshot('tip-work-16-similar')
    await worker.tap('合并')
    await worker.sees('留下来处理')
    await worker.screenshot('tip-work-17-join')
    await worker.tap('确定合并')
    await worker.sees('已合并')
  })
})

describe('malice', () => {
  it('is said by two officers', async () => {
    const { id } = await told('那一家天天聚众赌博', { kind: 'gathering' })
    const worker = await phoneOf('worker-1-1', tipPage(id))
    await worker.sees('核实中')
    await worker.tap('填写核实结果')
    await worker.tap('可能是恶意')
    await worker.tap('两次上门都没有此事，内容像是编的。')
    await worker.tap('交给干部')
    await allow(worker)
    await worker.sees('去的人觉得可能是恶意')

    const officer = await phoneOf('officer-1', tipPage(id))
    await officer.tap('认为是恶意')
    await officer.tap('同一户被反复报，查无此事。')
    await officer.screenshot('tip-work-18-accuse')
    await officer.tap('提出，请另一位干部确认')
    await allow(officer)
    await officer.sees('一位干部认为是恶意')
    await officer.screenshot('tip-work-19-accused')

    const second = await phoneOf('street-officer', tipPage(id))
    await second.tap('确认是恶意')
    await second.tap('核实过，内容是编造的。')
    await second.tap('确认是恶意')
    await allow(second)
    await second.sees('街道干部 顾远山 确认是恶意')
    await second.screenshot('tip-work-20-malicious')
  })
})

describe('in large type, and on a narrow phone', () => {
  it('can be read and handled', async () => {
    const { id } = await told('外地车停在院里，人刚回来', { plate: '川A54321' })
    const worker = await phoneOf('worker-1-1', tipPage(id))
    await worker.page.setViewportSize({ width: 320, height: 700 })
    await worker.sees('核实中')
    await worker.screenshot('tip-work-21-narrow')
    await worker.tap('填写核实结果')
    await worker.screenshot('tip-work-22-narrow-result')
    await worker.page.setViewportSize({ width: 375, height: 812 })
    await worker.page.evaluate(`localStorage.setItem('worker-1-1/careMode', '{"data":true}')`)
    await worker.page.reload()
    await worker.sees('核实中')
    await worker.screenshot('tip-work-23-care')
    await reads(worker, '去的时候')
    await worker.screenshot('tip-work-24-care-steps')
    await worker.tap('填写核实结果')
    await worker.screenshot('tip-work-25-care-result')
  })
})
