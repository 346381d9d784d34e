import { randomUUID } from 'node:crypto'
import type { Result } from '@contract'
import type { InboxPage } from '@contract/inbox'
import type { TipForReview } from '@contract/tips'
import { phoneJpeg } from '../kernel/pictures/samples'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const call = async <Answer>(feature: string, action: string, input: object, openid: string) => {
  const answer = await demo.cloud.call(feature, { action, input }, openid)
  if ('error' in answer) throw new Error(answer.error.errMsg)
  const result = answer.result as Result<Answer>
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.data
}

const phoneOf = (openid: string, route: string) => openPhone(demo.browser, demo.cloud.origin, openid, route)

const inCareMode = async (phone: Phone, openid: string) => {
  await phone.page.evaluate(`localStorage.setItem('${openid}/careMode', '{"data":true}')`)
  await phone.page.reload()
}

const emptyLetterbox = () => demo.cloud.fireTimer('letterbox')

const reviewed = (id: string) => call<TipForReview>('tips', 'review', { case: id }, 'worker-1-1')

/** The deeds of a grid worker on the tip that says so, each on how it then stands. */
async function workerOn(about: string) {
  const { items } = await call<InboxPage>('inbox', 'list', { kind: 'tip', text: '' }, 'worker-1-1')
  const tips = await Promise.all(items.map(({ id }) => reviewed(id)))
  const tip = tips.find(({ words }) => words.includes(about))
  if (!tip) throw new Error(`no tip says ${about}`)
  return async (action: string, input: object = {}) => {
    const { id, version } = await reviewed(tip.id)
    await call('tips', action, { case: id, submission: randomUUID(), version, ...input }, 'worker-1-1')
  }
}

/** The sixteen digits as they stand on the screen. */
const shownReceipt = async ({ page }: Phone): Promise<string> => {
  const groups = page.locator('.receipt-code__group').filter({ visible: true })
  await groups.first().waitFor()
  return (await groups.allTextContents()).join('')
}

const scrollTo = ({ page }: Phone, text: string) =>
  page.getByText(text, { exact: true }).filter({ visible: true }).last().scrollIntoViewIfNeeded()

/** The last that is said on the page of the receipt. */
const NEXT = '核实属实、以前没人说过，这里会告诉您怎么领 10 个口罩。自己家的事没有奖励。'

jest.setTimeout(120_000)

describe('a neighbour who tells of something', () => {
  let neighbour: Phone
  let receipt: string
  let work: Awaited<ReturnType<typeof workerOn>>
  beforeAll(async () => {
    neighbour = await phoneOf('resident-new', '#/pages/home/index?place=qinghe-1-1-1')
  })
  afterAll(() => neighbour.close())

  it('finds the way on the first page, and is asked for no name', async () => {
    await neighbour.tap('提供线索')
    await neighbour.sees('没有人知道是您说的')
    await neighbour.sees('春晓东苑')
    await neighbour.sees('打牌、聚餐、办酒席')
    await neighbour.screenshot('tip-1-tell')
  })

  it('is told at the field what is missing', async () => {
    await neighbour.tap('发送线索')
    await neighbour.hasInSight('这一项要填写')
    await neighbour.screenshot('tip-2-missing')
  })

  it('tells it, with a picture', async () => {
    await neighbour.tap('聚集')
    await neighbour.tap('刚才')
    await neighbour.type('具体位置', '3 号楼地下室')
    await neighbour.type('看到了什么', '十几个人在地下室打牌')
    const chooser = neighbour.page.waitForEvent('filechooser')
    await neighbour.tap('拍照或选图片')
    const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: phoneJpeg(6) }
    await (await chooser).setFiles(file)
    await neighbour.sees('已经传好')
    await scrollTo(neighbour, '不要奖励')
    await neighbour.screenshot('tip-3-filled')
    await neighbour.tap('发送线索')
  })

  it('gets a receipt, once', async () => {
    await neighbour.sees('这是您的回执')
    receipt = await shownReceipt(neighbour)
    expect(receipt).toMatch(/^\d{16}$/)
    expect(neighbour.page.url()).not.toContain(receipt)
    await neighbour.screenshot('tip-4-receipt')
    const download = neighbour.page.waitForEvent('download')
    await neighbour.tap('保存成图片')
    await (await download).saveAs('dist/screenshots/tip-saved-receipt.png')
    await scrollTo(neighbour, NEXT)
    await neighbour.screenshot('tip-5-next')
    await neighbour.tap('记下了，回首页')
    await neighbour.sees('离开以后，这 16 位数字不会再显示')
    await neighbour.screenshot('tip-6-leaving')
    await neighbour.tap('记下了')
    await neighbour.sees('每日报备')
  })

  it('comes back with it, and sees that it waits and that it has arrived', async () => {
    await neighbour.tap('凭回执看进展')
    await neighbour.sees('这部手机上没有记回执')
    await neighbour.tap('输入回执，查看进展')
    await neighbour.type('回执的 16 位数字', '1234567812345678')
    await neighbour.tap('查看进展')
    await neighbour.sees('没有这张回执')
    await neighbour.screenshot('tip-7-wrong')
    await neighbour.type('回执的 16 位数字', receipt)
    await neighbour.tap('查看进展')
    await neighbour.sees('正在送出')
    await neighbour.screenshot('tip-8-waiting')
    await emptyLetterbox()
    await neighbour.tap('换一张回执')
    await neighbour.type('回执的 16 位数字', receipt)
    await neighbour.page.waitForTimeout(3_000) // What was asked a moment ago is not asked again.
    await neighbour.tap('查看进展')
    await neighbour.sees('已经送到')
    await neighbour.screenshot('tip-9-told')
  })

  it('keeps it on the phone, reads the question there and answers it', async () => {
    await neighbour.tap('记在这部手机上')
    work = await workerOn('十几个人在地下室打牌')
    await work('see')
    await work('ask', { words: '是从哪个门进去的？' })
    await neighbour.page.goto(`${demo.cloud.origin}/as/resident-new/#/pages/tip/mine/index`)
    await neighbour.page.reload()
    await neighbour.sees('下面的回执只记在这部手机上')
    await neighbour.screenshot('tip-10-mine')
    await neighbour.tap(`查看进展 ${receipt.replace(/(\d{4})(?=\d)/g, '$1 ')}`)
    await neighbour.sees('是从哪个门进去的？')
    await neighbour.screenshot('tip-11-question')
    await neighbour.type('您的回答', '南门旁边的小门')
    await neighbour.tap('发送回答')
    await neighbour.sees('您写的 1 份正在送出')
    await emptyLetterbox()
  })

  it('learns how it ended, and shows the desk a code for the reward', async () => {
    const found = await phoneOf('neighbour-elsewhere', '#/pages/tip/follow/index')
    await work('confirm', { words: '已劝散' })
    await found.type('回执的 16 位数字', receipt)
    await found.tap('查看进展')
    await found.sees('去看过，是这样')
    await found.sees('您可以领 10 个口罩')
    await found.screenshot('tip-12-due')
    expect(await found.page.getByText('已劝散').count()).toBe(0)
    await found.tap('我要领')
    await found.sees('出示这个领取码')
    expect(await shownReceipt(found)).toMatch(/^\d{18}$/)
    await found.screenshot('tip-13-claimed')
    await scrollTo(found, '您说了这件事')
    await found.screenshot('tip-14-timeline')
    expect(found.faults).toEqual([])
    await found.close()
  })

  it('has left nothing behind that went wrong', () => {
    expect(neighbour.faults).toEqual([])
  })
})

describe('telling in large type, on a narrow phone', () => {
  let phone: Phone
  beforeAll(async () => {
    phone = await phoneOf('resident-asked', '#/pages/tip/tell/index?place=qinghe-1-1-1')
    await phone.page.setViewportSize({ width: 320, height: 568 })
    await inCareMode(phone, 'resident-asked')
  })
  afterAll(() => phone.close())

  it('fits', async () => {
    await phone.sees('打牌、聚餐、办酒席')
    await phone.screenshot('tip-15-care-tell')
    await phone.tap('其他')
    await phone.tap('昨天')
    await phone.type('看到了什么', '有人翻墙')
    await phone.screenshot('tip-16-care-seen')
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await phone.tap('发送线索')
    await phone.sees('这是您的回执')
    await phone.screenshot('tip-17-care-receipt')
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    await scrollTo(phone, NEXT)
    await phone.screenshot('tip-18-care-next')
    expect(phone.faults).toEqual([])
  })
})
