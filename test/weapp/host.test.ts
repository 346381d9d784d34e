/** @jest-environment node */
import { launchPhone } from './host/launch'
import type { PhoneOptions } from './host/launch'
import type { Phone } from './host/phone'
import type { CloudAnswers } from './host/wechat/cloud'

const answering: CloudAnswers = {
  call: (_name, _event, openid) => Promise.resolve({ result: { openid, names: ['张三'] } }),
  upload: (cloudPath, content, openid) =>
    Promise.resolve({ fileID: `${openid}/${cloudPath}/${content.join('-')}` }),
}
const failing: CloudAnswers = {
  call: () => Promise.resolve({ error: { errCode: -504003, errMsg: 'timed out' } }),
  upload: () => Promise.resolve({ error: { errCode: -503002, errMsg: 'storage permission denied' } }),
}

const phones: Phone[] = []
const launch = async (options: Partial<PhoneOptions> = {}) => {
  const build = 'test/weapp/host/fixture'
  const phone = await launchPhone({ build, cloud: answering, openid: 'resident-1', ...options })
  phones.push(phone)
  return phone
}
/** For a fault that the test provoked and has looked at. */
const forgive = ({ errors, warnings }: Phone) => {
  errors.length = 0
  warnings.length = 0
}

afterEach(() => phones.splice(0).forEach((phone) => phone.close()))

describe('a phone', () => {
  it('tells where the build is missing', async () => {
    await expect(launch({ build: 'no/build' })).rejects.toThrow('build the mini-program first')
  })

  it('enters at a page and runs its lifecycle', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index', { place: 'g1' })
    expect(page.text()).toContain('打开 pages/start/index g1\n显示\n就绪')
  })

  it('has nothing of a browser or of Node, and executes no strings', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('看看周围')
    expect(page.text()).toContain(`浏览器 ${Array(7).fill('undefined').join(' ')}\nEvalError`)
  })

  it('fails by name where the app uses what the host does not offer', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await expect(page.tap('蓝牙打印')).rejects.toThrow('wx.openBluetoothAdapter is not offered')
    forgive(phone)
  })

  it('rejects a tap with what its handler threw', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await expect(page.tap('出错')).rejects.toThrow('坏了')
    expect(phone.errors).toHaveLength(1)
    forgive(phone)
  })

  it('rejects a tap with what a timer threw shortly after', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await expect(page.tap('过会儿出错')).rejects.toThrow('坏了')
    forgive(phone)
  })

  it('does not close in peace after an error', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('出错').catch(() => undefined)
    expect(() => phone.close()).toThrow('坏了')
    forgive(phone)
  })

  it('warns of a template that is not there', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('画错')
    expect(phone.warnings).toEqual([expect.stringContaining('Template `nowhere` not found')])
    forgive(phone)
  })

  it('warns of setData to undefined', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('漏掉')
    expect(phone.warnings).toEqual(['setData sets forgotten to undefined'])
    forgive(phone)
  })

  it('counts what was sent to the view since the last tap', async () => {
    const phone = await launch()
    const page = await phone.open('pages/list/index')
    await page.tap('清空')
    expect(phone.setData).toMatchObject({ count: 1, bytes: '{"people":[]}'.length, opened: false })
  })

  it('does not close in peace after a tap that sent too much to its page', async () => {
    const phone = await launch()
    const page = await phone.open('pages/list/index')
    await page.tap('来很多人')
    await page.tap('清空')
    expect(() => phone.close()).toThrow(/tap 来很多人 on pages\/list\/index hands \d+ bytes to the view/)
    phones.pop()
  })

  it('lets a page be as large as it is when it opens', async () => {
    const phone = await launch()
    await phone.open('pages/start/index')
    await phone.open('pages/list/index')
    expect(phone.handed.map(({ gesture, page, opened }) => [gesture, page, opened])).toEqual([
      ['', '', false],
      ['open', 'pages/start/index', true],
      ['open', 'pages/list/index', true],
    ])
  })

  it('lets time pass only when it is told to', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('五秒后提醒')
    expect(page.text()).not.toContain('该提醒了')
    await phone.wait(5000)
    expect(page.text()).toContain('该提醒了')
  })

  it('lives beside another one', async () => {
    const [one, other] = [await launch(), await launch({ openid: 'officer-1' })]
    const pages = [await one.open('pages/start/index'), await other.open('pages/start/index')]
    for (const page of pages) await page.tap('问云端')
    expect(pages.map((page) => /\S+-1/.exec(page.text())?.[0])).toEqual(['resident-1', 'officer-1'])
  })
})

describe('WeChat around the app', () => {
  it('carries calls to the functions and brings answers of the app’s own realm', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('问云端')
    await page.sees('resident-1 true')
  })

  it('rejects a call with the code of the function’s failure', async () => {
    const phone = await launch({ cloud: failing })
    const page = await phone.open('pages/start/index')
    await page.tap('问云端')
    await page.sees('-504003 cloud.callFunction:fail timed out')
  })

  it('rejects a call where there is no network', async () => {
    const phone = await launch({ offline: true })
    const page = await phone.open('pages/start/index')
    await page.tap('问云端')
    await page.sees('-1 cloud.callFunction:fail request:fail')
  })

  it('is online again when the test says so', async () => {
    const phone = await launch({ offline: true })
    phone.circumstances.offline = false
    const page = await phone.open('pages/start/index')
    await page.tap('问云端')
    await page.sees('resident-1')
  })

  it('asks for consent to messages inside of a tap', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('订阅')
    await page.sees('订阅 accept')
    expect(phone.happened.subscriptions).toEqual([['t1']])
  })

  it('tells the cloud what its owner has allowed', async () => {
    const given: string[][] = []
    const wechat = { consents: { give: (...consent: string[]) => void given.push(consent) } }
    const phone = await launch({ cloud: { ...answering, wechat } })
    const page = await phone.open('pages/start/index')
    await page.tap('订阅')
    phone.circumstances.subscribeAnswer = 'reject'
    await page.tap('订阅')
    await page.sees('订阅 reject')
    expect(given).toEqual([['resident-1', 't1']])
  })

  it('refuses to ask for consent after the tap', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('过会儿订阅')
    await page.sees('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
  })

  it('stores for the next launch', async () => {
    const phone = await launch({ storage: { name: '张三' } })
    const page = await phone.open('pages/answers/index')
    expect(page.value('姓名')).toBe('张三')
    await page.type('姓名', '李四')
    await page.tap('保存')
    expect(phone.stored('name')).toBe('李四')
  })
})

describe('pictures', () => {
  const chosen = Uint8Array.of(1, 2, 3)
  const open = async (options: Partial<PhoneOptions> = {}) => {
    const phone = await launch(options)
    phone.circumstances.picture = chosen
    return { phone, page: await phone.open('pages/picture/index') }
  }

  it('are chosen and compressed', async () => {
    const { page } = await open()
    await page.tap('选图')
    expect(page.text()).toContain('已选 http://tmp/1.jpg 3')
    await page.tap('压缩')
    expect(page.text()).toContain('已选 http://tmp/2.jpg')
  })

  it('are not chosen by an owner who thinks better of it', async () => {
    const { phone, page } = await open()
    phone.circumstances.picture = undefined
    await page.tap('选图')
    expect(page.text()).toContain('chooseMedia:fail cancel')
  })

  it('are uploaded as the person who holds the phone', async () => {
    const { page } = await open()
    await page.tap('选图')
    await page.tap('上传')
    await page.sees('已传 resident-1/a.jpg/1-2-3')
  })

  it('are not uploaded where the cloud refuses them', async () => {
    const { page } = await open({ cloud: failing })
    await page.tap('选图')
    await page.tap('上传')
    await page.sees('-503002 cloud.uploadFile:fail storage permission denied')
  })

  it('are not uploaded without a network', async () => {
    const { phone, page } = await open()
    await page.tap('选图')
    phone.circumstances.offline = true
    await page.tap('上传')
    await page.sees('-1 cloud.uploadFile:fail request:fail')
  })

  it('are not uploaded from a path that was never given', async () => {
    const { page } = await open()
    await page.tap('上传')
    await page.sees('-401003 cloud.uploadFile:fail no such file or directory')
  })

  it('are looked at', async () => {
    const { phone, page } = await open()
    await page.tap('选图')
    await page.tap('查看')
    expect(phone.happened.previews).toEqual([['http://tmp/1.jpg']])
  })
})

describe('pages', () => {
  it('are stacked, hidden and shown again', async () => {
    const phone = await launch()
    const first = await phone.open('pages/start/index')
    await first.tap('去填写')
    expect(phone.path).toEqual(['pages/start/index', 'pages/answers/index'])
    expect(phone.page.text()).toContain('地点 甲%20乙')
    await phone.page.tap('返回')
    expect(phone.stored('left')).toBe(true)
    expect(first.text()).toContain('就绪\n隐藏\n显示')
  })

  it('are left before another is loaded in their place', async () => {
    const phone = await launch()
    await phone.open('pages/answers/index')
    const next = await phone.open('pages/answers/index')
    expect(next.text()).toContain('上一页已经离开')
  })

  it('cannot be used while another one is shown', async () => {
    const phone = await launch()
    const first = await phone.open('pages/start/index')
    await first.tap('去填写')
    await expect(first.tap('改一改')).rejects.toThrow('pages/start/index is not the page that is shown')
  })

  it('of tabs stay alive', async () => {
    const phone = await launch()
    const first = await phone.open('pages/start/index')
    await first.tap('去旁边')
    await phone.page.tap('回到开始')
    await first.tap('去旁边')
    expect(phone.path).toEqual(['pages/tab/index'])
    expect(phone.page.text()).toContain('看了2次')
  })

  it('of tabs are not navigated to', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('误入旁边')
    await page.sees('navigateTo:fail can not navigateTo a tabbar page')
  })

  it('that are not in app.json are not found', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('去没有的页')
    await page.sees('navigateTo:fail page "pages/nowhere/index" is not found')
  })

  it('are ten at most', async () => {
    const phone = await launch()
    await phone.open('pages/answers/index')
    for (let depth = 2; depth <= 10; depth += 1) await phone.page.tap('再开一页')
    await phone.page.tap('再开一页')
    expect(phone.path).toHaveLength(10)
    expect(phone.page.text()).toContain('webview count limit exceed')
  })
})

describe('a finger', () => {
  it('finds nothing that is hidden', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    expect(page.text()).not.toContain('看不见')
  })

  it('is told what there is when the thing is not there', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await expect(page.tap('没有')).rejects.toThrow('nothing to tap is named 没有; there is 改一改 | 出错')
  })

  it('cannot tap what is disabled', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await expect(page.tap('不能按')).rejects.toThrow('不能按 is disabled')
  })

  it('must say which one of two that bear one name', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await expect(page.tap('重名')).rejects.toThrow('2 things to tap are named 重名')
    await page.tap('重名', { at: 1 })
    expect(page.text()).toContain('有变')
  })

  it('types as WeChat tells it: focus, input, blur, cut at the limit', async () => {
    const phone = await launch()
    const page = await phone.open('pages/answers/index')
    await page.type('姓名', '欧阳张三丰')
    expect(page.text()).toContain('记录 focus ; input 欧阳张三; blur 欧阳张三;')
    expect(page.value('姓名')).toBe('欧阳张三')
  })

  it('finds an input by its placeholder', async () => {
    const phone = await launch()
    const page = await phone.open('pages/answers/index')
    await page.type('手机号', '13800000000')
    expect(page.value('手机号')).toBe('13800000000')
  })

  it('chooses by the words of the options', async () => {
    const phone = await launch()
    const page = await phone.open('pages/answers/index')
    await page.choose('交通', '飞机')
    expect(page.text()).toContain('交通\n飞机')
  })

  it('cannot choose what is not offered', async () => {
    const phone = await launch()
    const page = await phone.open('pages/answers/index')
    await expect(page.choose('交通', '船')).rejects.toThrow('船 is not offered: 火车 | 飞机')
    await expect(page.choose('到达', '2026-12-01')).rejects.toThrow('2026-12-01 is not offered')
  })

  it('marks one of several by its label, and some of several', async () => {
    const phone = await launch()
    const page = await phone.open('pages/answers/index')
    await page.tap('男')
    await page.sees('性别 m')
    await page.tap('发热')
    await page.tap('咳嗽')
    await page.sees('症状 fever、cough')
  })

  it('waits in vain with the text of the page', async () => {
    const phone = await launch()
    const page = await phone.open('pages/list/index')
    await expect(page.sees('戊')).rejects.toThrow('pages/list/index does not show 戊; it shows\n甲\n乙\n丙')
  })
})

describe('the view', () => {
  it('shows a keyed list in its new order', async () => {
    const phone = await launch()
    const page = await phone.open('pages/list/index')
    await page.tap('倒过来')
    expect(page.text()).toContain('丙\n乙\n甲')
  })

  it('replaces one of a keyed list', async () => {
    const phone = await launch()
    const page = await phone.open('pages/list/index')
    await page.tap('换掉第一个')
    expect(page.text()).toContain('丁\n乙\n丙')
  })

  it('empties a list', async () => {
    const phone = await launch()
    const page = await phone.open('pages/list/index')
    await page.tap('清空')
    expect(page.text()).toBe('倒过来\n换掉第一个\n来很多人\n清空')
  })

  it('passes an object on to a component when it changed, and only then', async () => {
    const phone = await launch()
    const page = await phone.open('pages/start/index')
    await page.tap('看看周围')
    expect(page.text()).toContain('安好，通知1次')
    await page.tap('改一改')
    expect(page.text()).toContain('有变，通知2次')
  })
})
