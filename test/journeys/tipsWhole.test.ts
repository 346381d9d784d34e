import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phones: Phone[] = []
const phoneOf = async (openid: string, route: string) => {
  const phone = await openPhone(demo.browser, demo.cloud.origin, openid, `#/${route}`)
  phones.push(phone)
  return phone
}

const emptyLetterbox = () => demo.cloud.fireTimer('letterbox')

/** WeChat asks once on each phone whether messages may be sent. */
const allow = async (phone: Phone) => {
  await phone.tap('总是保持以上选择，不再询问')
  await phone.tap('允许')
}

async function told(neighbour: Phone, kind: string, words: string): Promise<string> {
  await neighbour.tap(kind)
  await neighbour.tap('刚才')
  await neighbour.type('看到了什么', words)
  await neighbour.tap('发送线索')
  await neighbour.sees('这是您的回执')
  const groups = neighbour.page.locator('.receipt-code__group').filter({ visible: true })
  const receipt = (await groups.allTextContents()).join('')
  expect(receipt).toMatch(/^\d{16}$/)
  await emptyLetterbox()
  return receipt
}

/** Comes back with the receipt, as on any phone. */
async function follows(neighbour: Phone, receipt: string): Promise<void> {
  await neighbour.page.goto(`${demo.cloud.origin}/as/resident-new/#/pages/tip/follow/index`)
  await neighbour.page.reload()
  await neighbour.type('回执的 16 位数字', receipt)
  await neighbour.tap('查看进展')
}

/** From the list of what there is to do, where one of its kind stands. */
async function opensTip(worker: Phone, kind: string): Promise<void> {
  await worker.page.goto(`${demo.cloud.origin}/as/worker-1-1/#/staff/inbox/index`)
  await worker.page.reload()
  await worker.sees(kind)
  await worker.tap(kind)
  await worker.sees('这里已知的情况')
}

async function ends(worker: Phone, result: string, words: string): Promise<void> {
  await worker.tap('填写核实结果')
  await worker.tap(result)
  await worker.tap(words)
  await worker.tap(`结束：${result}`)
  await worker.sees(`去看过：${result}`)
}

jest.setTimeout(120_000)
afterEach(() => {
  expect(phones.flatMap(({ faults }) => faults)).toEqual([])
})

describe('from the one who tells to the ten masks, on screens alone', () => {
  const kind = '其他'
  const words = '三楼昨晚来了两个人，拎着行李箱'
  let neighbour: Phone
  let worker: Phone
  let receipt: string

  it('a neighbour tells it and gets a receipt', async () => {
    neighbour = await phoneOf('resident-new', 'pages/tip/tell/index?place=qinghe-1-1-1')
    receipt = await told(neighbour, kind, words)
  })

  it('the grid worker finds it in the inbox and says more exactly where it is', async () => {
    worker = await phoneOf('worker-1-1', 'staff/inbox/index')
    await opensTip(worker, kind)
    await worker.tap('改地点、换人去')
    for (const name of ['春晓东苑', '1 号楼']) await worker.tap(name)
    await worker.tap('派到1 号楼')
    await allow(worker)
    await worker.sees('改了地点')
  })

  it('asks, and the neighbour answers by the receipt', async () => {
    await opensTip(worker, kind)
    await worker.tap('问提供线索的人')
    await worker.tap('大概几点看到的？现在还在吗？')
    await worker.tap('发出问题')
    await worker.sees('问提供的人')
    await follows(neighbour, receipt)
    await neighbour.sees('大概几点看到的？现在还在吗？')
    await neighbour.type('您的回答', '昨晚十点多，还在')
    await neighbour.tap('发送回答')
    await neighbour.sees('您写的 1 份正在送出')
    await emptyLetterbox()
    await worker.page.reload()
    await worker.sees('昨晚十点多，还在')
  })

  it('goes there: it is so', async () => {
    await ends(worker, '属实，之前不知道', '人在家，刚回来，没有登记过。')
  })

  it('the neighbour claims the reward, the desk hands it over, and both say so', async () => {
    await follows(neighbour, receipt)
    await neighbour.sees('您可以领 10 个口罩')
    await neighbour.tap('我要领')
    await neighbour.sees('出示这个领取码')
    const groups = neighbour.page.locator('.receipt-code__group').filter({ visible: true })
    const code = (await groups.allTextContents()).join('')
    const desk = await phoneOf('officer-1', 'staffTips/desk/index')
    await desk.type('18 位领取码', code)
    await desk.tap('查一查')
    await desk.screenshot('tips-whole-desk')
    await desk.sees('口罩 10 个')
    expect(await desk.page.getByText('行李箱').count()).toBe(0)
    await desk.tap('已发放')
    await desk.sees('请对方在自己的手机上点“我收到了”。')
    await neighbour.tap('服务台发了以后，点这里')
    await neighbour.tap('我收到了')
    await neighbour.sees('您已经收到')
    await desk.page.goto(`${demo.cloud.origin}/as/officer-1/#/staffTips/stock/index?place=qinghe-1`)
    await desk.sees('对方已确认')
  })
})

describe('what turns out to be nothing, on screens alone', () => {
  const kind = '该关的场所开着'
  const words = '对门好像住进了陌生人'

  it('is closed kindly, and the neighbour reads no more of it than that', async () => {
    const neighbour = await phoneOf('resident-new', 'pages/tip/tell/index?place=qinghe-1-1-1')
    const receipt = await told(neighbour, kind, words)
    const worker = await phoneOf('worker-1-1', 'staff/inbox/index')
    await opensTip(worker, kind)
    await ends(worker, '不属实', '车主四月就回来了，没有离开过。')
    await follows(neighbour, receipt)
    await neighbour.sees('去看过，没有问题')
    expect(await neighbour.page.getByText('四月').count()).toBe(0)
    expect(await neighbour.page.getByText('口罩').filter({ visible: true }).count()).toBe(0)
  })
})
