/** @jest-environment node */
import { randomUUID } from 'node:crypto'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { inFours, RECEIPT_DIGITS } from '@contract/receipts'
import type { PictureDocument } from '@kernel/pictures/pictureDocument'
import { deskCodeOf } from '@kernel/tips/receipts'
import { answered, openCommunity, type Community } from '../functions/support/community'
import { stored } from '../functions/support/keeping'
import { place } from '../functions/support/registrations'
import { claimedReward, restocked } from '../functions/support/rewards'
import { phoneJpeg } from '../kernel/pictures/samples'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const tellPage = 'pages/tip/tell/index'
const followPage = 'pages/tip/follow/index'

let community: Community
let openid: string
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(async () => {
  // Nobody tells more than a few times a day.
  openid = `neighbour-${randomUUID()}`
  phone = await launchPhone({ build, cloud: community.cloud, openid })
})
afterEach(() => phone.close())
afterAll(() => community.close())

const opened = async () => {
  const page = await phone.open(tellPage, { place: place.compound })
  await page.sees('聚集')
  return page
}

const filled = async () => {
  const page = await opened()
  await page.tap('聚集')
  await page.tap('刚才')
  await page.type('看到了什么', '地下室里有十几个人打牌')
  return page
}

const send = async () => {
  await phone.page.tap('发送线索')
  await phone.rest()
  await phone.page.sees('这是您的回执')
  return phone.page
}

const told = async () => {
  await filled()
  return send()
}

/** The sixteen digits as they are shown. */
const receiptOn = (text: string): string => /^\d{16}$/m.exec(text)?.[0] ?? ''

/** The same phone, switched off and on. */
const launchAgain = async (storage: Record<string, unknown> = {}) => {
  phone.close()
  phone = await launchPhone({ build, cloud: community.cloud, openid, storage })
}

const follow = async (receipt: string) => {
  const page = await phone.open(followPage)
  await page.type('回执的 16 位数字', receipt)
  await page.tap('查看进展')
  return phone.page
}

describe('the screen of a tip, as WeChat runs it', () => {
  it('says first that nobody learns who tells, and asks no name', async () => {
    const page = await opened()
    expect(page.text().startsWith('不用写名字。没有人知道是您说的')).toBe(true)
    expect(page.text()).not.toMatch(/姓名|手机号|身份证/)
  })

  it('is filled in with the place whose code was scanned', async () => {
    const page = await phone.open(tellPage, { scene: 'qinghe-1-1-1' })
    await page.sees('春晓东苑')
  })

  it('names at its field what is missing, and sends nothing', async () => {
    const page = await opened()
    await page.tap('发送线索')
    expect(page.text()).toContain('这一项要填写')
    expect(page.text()).toContain('是什么情况')
    await page.tap('聚集')
    await page.type('车牌', '12345')
    await page.tap('发送线索')
    expect(page.text()).toContain('车牌号不对')
  })

  it('asks for the time of the day, and no closer', async () => {
    const page = await opened()
    expect(page.text()).not.toContain('大概几点')
    await page.tap('昨天')
    await page.tap('晚上')
    await page.tap('选日期')
    expect(page.text()).toContain('哪一天')
  })

  it('keeps what is typed until it is sent', async () => {
    await filled()
    await phone.wait(600)
    await launchAgain({ 'draft/tip/new': phone.stored('draft/tip/new') })
    const again = await phone.open(tellPage)
    await again.sees('接着上次填写')
    expect(again.value('看到了什么')).toBe('地下室里有十几个人打牌')
    await again.tap('重新开始')
    await phone.rest()
    expect(again.value('看到了什么')).toBe('')
  })

  it('takes pictures that belong to no account', async () => {
    phone.circumstances.picture = phoneJpeg(6)
    const page = await filled()
    await page.tap('拍照或选图片')
    await page.sees('已经传好')
    await send()
    const [picture] = stored<PictureDocument>(community, 'pictures')
    expect(picture).toMatchObject({ owner: expect.stringMatching(/^letter-/) as string })
  })

  it('keeps everything where there is no network, and is sent with another tap', async () => {
    await filled()
    phone.circumstances.offline = true
    await phone.page.tap('发送线索')
    await phone.page.sees('连不上网')
    phone.circumstances.offline = false
    await send()
  })

  it('is the same letter, with the same receipt, where the answer got lost on its way', async () => {
    await filled()
    const real = community.cloud.call.bind(community.cloud)
    let lost: unknown
    jest.spyOn(community.cloud, 'call').mockImplementationOnce(async (...asked) => {
      lost = await real(...asked)
      return { error: { errCode: -1, errMsg: 'the network went away' } }
    })
    await phone.page.tap('发送线索')
    await phone.page.sees('您写的内容还在')
    const page = await send()
    expect(lost).toMatchObject({ result: { data: { receipt: receiptOn(page.text()) } } })
  })

  it('goes back to what has arrived, and brings its receipt, where it was changed after the answer got lost', async () => {
    const page = await filled()
    const real = community.cloud.call.bind(community.cloud)
    let lost: unknown
    jest.spyOn(community.cloud, 'call').mockImplementationOnce(async (...asked) => {
      lost = await real(...asked)
      return { error: { errCode: -1, errMsg: 'the network went away' } }
    })
    await page.tap('发送线索')
    await page.sees('您写的内容还在')
    await page.type('看到了什么', '地下室里有十几个人打牌，还在')
    await page.tap('发送线索')
    await page.sees('这条线索已经送到了')
    expect(page.value('看到了什么')).toBe('地下室里有十几个人打牌')
    const sent = await send()
    expect(lost).toMatchObject({ result: { data: { receipt: receiptOn(sent.text()) } } })
  })

  it('leaves no draft behind once the receipt is shown', async () => {
    await filled()
    await phone.wait(600)
    expect(phone.stored('draft/tip/new')).toBeDefined()
    await send()
    expect(phone.stored('draft/tip/new')).toBeUndefined()
  })

  it('dials where it cannot wait', async () => {
    const page = await opened()
    await page.tap('打电话给110')
    expect(phone.happened.phoneCalls).toEqual(['110'])
  })
})

describe('the screen of a receipt, as WeChat runs it', () => {
  it('shows sixteen digits by which the tip is found, and by nothing else', async () => {
    const page = await told()
    const receipt = receiptOn(page.text())
    expect(receipt).toHaveLength(RECEIPT_DIGITS)
    expect(page.text()).toContain('丢了谁也找不回来')
    const { status } = answered(await community.as('resident-2').letterbox.follow({ receipt }))
    expect(status).toBe('waiting')
  })

  it('puts into the album a code that holds the digits', async () => {
    const page = await told()
    await page.tap('保存成图片')
    const { data, width, height } = PNG.sync.read(Buffer.from(phone.happened.saved[0]!))
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(receiptOn(page.text()))
  })

  it('leads to the settings where WeChat may not write into the album', async () => {
    phone.circumstances.albumAnswer = 'reject'
    const page = await told()
    await page.tap('保存成图片')
    await page.sees('微信没有存照片的权限')
    await page.tap('去打开权限')
    await page.tap('保存成图片')
    expect(phone.happened.saved).toHaveLength(1)
  })

  it('copies the digits in groups of four', async () => {
    const page = await told()
    await page.tap('复制')
    expect(phone.happened.clipboard[0]).toMatch(/^(\d{4} ){3}\d{4}$/)
  })

  it('asks before it is left, by WeChat’s own button too', async () => {
    phone.circumstances.modalAnswer = 'cancel'
    const page = await told()
    expect(phone.happened.leaving).toContain('记下了吗')
    await page.tap('记下了，回首页')
    expect(phone.page.path).toBe('pages/tip/receipt/index')
    phone.circumstances.modalAnswer = 'confirm'
    await page.tap('记下了，回首页')
    expect(phone.page.path).toBe('pages/home/index')
    expect(phone.happened.leaving).toBeNull()
  })

  it('leaves nothing on the phone, unless the teller wants it', async () => {
    const page = await told()
    const receipt = receiptOn(page.text())
    expect(phone.stored('tips/mine')).toBeUndefined()
    await page.tap('记在这部手机上')
    expect(JSON.stringify(phone.stored('tips/mine'))).toContain(receipt)
    await page.tap('记在这部手机上')
    expect(phone.stored('tips/mine')).toBeUndefined()
  })

  it('is not shown a second time', async () => {
    const page = await phone.open('pages/tip/receipt/index')
    await page.sees('回执只显示一次')
    await page.tap('输入回执')
    expect(phone.page.path).toBe(followPage)
  })
})

describe('following a tip, as WeChat runs it', () => {
  it('groups the digits while they are typed, and refuses what is too short', async () => {
    const page = await phone.open(followPage)
    await page.type('回执的 16 位数字', '12345678')
    expect(page.value('回执的 16 位数字')).toBe('1234 5678')
    await page.tap('查看进展')
    expect(page.text()).toContain('回执是 16 位数字')
  })

  it('says of a code that nobody has that it is not there', async () => {
    const page = await follow('1234123412341234')
    await page.sees('没有这张回执')
    expect(page.value('回执的 16 位数字')).toBe('1234 1234 1234 1234')
  })

  it('shows that it is waiting, and after ten minutes that it has arrived', async () => {
    const receipt = receiptOn((await told()).text())
    const waiting = await follow(receipt)
    await waiting.sees('正在送出')
    expect(waiting.text()).toContain('聚集')
    await community.cloud.fireTimer('letterbox')
    await launchAgain()
    const arrived = await follow(receipt)
    await arrived.sees('已经送到')
    await arrived.sees('您说了这件事')
  })

  it('is opened by scanning the code', async () => {
    phone.circumstances.scanned = receiptOn((await told()).text())
    const page = await phone.open(followPage)
    await page.tap('扫回执上的码')
    await page.sees('正在送出')
  })

  it('adds what else was seen', async () => {
    const receipt = receiptOn((await told()).text())
    await community.cloud.fireTimer('letterbox')
    const page = await follow(receipt)
    await page.sees('还有要补充的吗')
    await page.tap('发送补充')
    expect(page.text()).toContain('这一项要填写')
    await page.type('补充', '又来了三个人')
    await page.tap('发送补充')
    await page.sees('您写的 1 份正在送出')
    expect(page.value('补充')).toBe('')
  })

  it('shows the desk a code that is not the receipt, and asks whether it was handed over', async () => {
    await restocked(community, 100)
    const receipt = await claimedReward(community)
    const page = await follow(receipt)
    await page.sees('出示这个领取码')
    const code = deskCodeOf(receipt)
    expect(page.text()).toContain(code)
    expect(page.text()).not.toContain(receipt)
    await page.tap('服务台发了以后，点这里')
    await phone.rest()
    expect(page.text()).toContain('出示这个领取码')
    const { handOver } = community.as('officer-1').rewards
    answered(await handOver({ place: 'qinghe-1', code, submission: randomUUID() }))
    await page.tap('服务台发了以后，点这里')
    await page.sees('已经交给您了')
    await page.tap('我收到了')
    await page.sees('您已经收到')
  })
})

describe('the receipts that a phone keeps', () => {
  it('are listed, opened and wiped', async () => {
    const page = await told()
    const receipt = receiptOn(page.text())
    await page.tap('记在这部手机上')
    const mine = await phone.open('pages/tip/mine/index')
    await mine.sees('聚集')
    await mine.tap(`查看进展 ${inFours(receipt)}`)
    await phone.page.sees('正在送出')
    const again = await phone.back()
    await again.tap('全部删掉')
    await again.sees('这部手机上没有记回执')
    expect(phone.stored('tips/mine')).toBeUndefined()
  })
})
