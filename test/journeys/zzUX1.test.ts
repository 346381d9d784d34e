import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()
jest.setTimeout(150_000)
const open = async (openid: string, route: string, w = 375, h = 812) => {
  const p = await openPhone(demo.browser, demo.cloud.origin, openid, `#/${route}`)
  await p.page.setViewportSize({ width: w, height: h })
  return p
}
const care = async (phone: Phone, openid: string) => {
  await phone.page.evaluate(`localStorage.setItem('${openid}/careMode', '{"data":true}')`)
  await phone.page.reload()
}
/** Whole page: the viewport is made tall. */
const long = async (p: Phone, name: string, w = 375, h = 812, tall = 2200) => {
  await p.page.setViewportSize({ width: w, height: tall })
  await p.screenshot(name)
  await p.page.setViewportSize({ width: w, height: h })
}
const step = async (name: string, f: () => Promise<void>, p?: Phone) => {
  try { await f() } catch (e) { console.log('STEP FAILED', name, String(e).slice(0, 300)); if (p) await p.screenshot('zz-fail-' + name) }
}

it('one', async () => {
  const o = 'resident-new'
  const p = await open(o, 'pages/home/index')
  await step('home', async () => {
    await p.sees('建我的家'); await p.screenshot('zz-1-home')
    await p.tap('建我的家'); await p.sees('住在哪里'); await p.screenshot('zz-1-open')
    await p.page.setViewportSize({ width: 320, height: 568 }); await p.screenshot('zz-1-open-320'); await p.page.setViewportSize({ width: 375, height: 812 })
    await p.tap('建好了'); await p.page.waitForTimeout(600); await p.screenshot('zz-1-open-wrong')
    console.log(await p.page.locator('.taro_page').last().innerText())
  }, p)
  await step('place', async () => {
    await p.page.goto(`${demo.cloud.origin}/as/${o}/#/pages/daily/household/index?place=qinghe-1-1-1`)
    await p.page.reload()
    await p.sees('春晓东苑')
    await p.type('门牌', '2 单元 301')
    await p.type('家人 1 姓名', '方小棠')
    await p.type('家人 1 电话', '13800001234')
    await p.tap('加一位家人')
    await p.type('家人 2 姓名', '方桂兰'); await p.tap('父母')
    await p.tap('加一位家人')
    await p.type('家人 3 姓名', '方大海'); await p.tap('配偶')
    await long(p, 'zz-1-open-full')
    await p.page.reload(); await p.page.waitForTimeout(800); await p.screenshot('zz-1-open-refreshed')
    await p.tap('建好了')
    await p.sees('方桂兰（父母）')
    await p.screenshot('zz-1-home-made'); await long(p, 'zz-1-home-made-full')
  }, p)
  await step('report', async () => {
    await p.tap('去报备'); await p.sees('点名字，写上体温'); await p.screenshot('zz-1-report')
    await p.tap('修改方小棠的情况'); await p.type('方小棠 体温（℃）', '365')
    await p.screenshot('zz-1-report-typed')
    await p.tap('修改方桂兰的情况'); await p.type('方桂兰 体温（℃）', '45')
    await p.tap('先改好标红的地方'); await p.screenshot('zz-1-report-45')
    await p.type('方桂兰 体温（℃）', '36。5')
    await p.tap('修改方大海的情况'); await p.type('方大海 体温（℃）', '36.6')
    await p.screenshot('zz-1-report-three')
    await p.tap('全家都好，去上报'); await p.screenshot('zz-1-confirm')
    await p.tap('确认上报'); await p.page.waitForTimeout(700); await p.screenshot('zz-1-permission')
    await p.tap('允许'); await p.sees('全家今天都报好了'); await p.screenshot('zz-1-done')
    await p.page.reload(); await p.page.waitForTimeout(900); await p.screenshot('zz-1-done-refreshed')
    await p.tap('回首页'); await p.sees('已经报过'); await p.screenshot('zz-1-home-after')
  }, p)
  await step('again', async () => {
    await p.tap('再报一次'); await p.sees('已经报过'); 
    await p.tap('修改方桂兰的情况'); await p.type('方桂兰 体温（℃）', '374'); await p.tap('咳嗽')
    await p.screenshot('zz-1-again-374')
    await p.tap('还有要说的：去过外地、检测、疫苗、备注')
    await p.tap('加一个去过的地方'); await p.page.waitForTimeout(600); await p.screenshot('zz-1-region')
    await p.type('输入县（市、区）的名字', '武侯').catch(async () => { const f = p.page.locator('.region-picker__search input').last(); await f.pressSequentially('武侯', { delay: 80 }) })
    await p.page.waitForTimeout(700); await p.screenshot('zz-1-region-found')
    await p.page.getByText('武侯区').filter({ visible: true }).last().tap()
    await p.page.waitForTimeout(700); await p.screenshot('zz-1-stay')
    await p.tap('昨天'); await p.page.getByText('昨天', { exact: true }).last().scrollIntoViewIfNeeded()
    await long(p, 'zz-1-stay-full')
    await p.page.setViewportSize({ width: 320, height: 568 }); await p.screenshot('zz-1-stay-320'); await p.page.setViewportSize({ width: 375, height: 812 })
    await p.tap('有人不舒服，核对后上报'); await p.screenshot('zz-1-confirm2')
    await p.tap('确认上报'); await p.page.waitForTimeout(700)
    await p.tap('允许').catch(() => undefined)
    await p.sees('方桂兰：'); await p.page.waitForTimeout(1500); await p.screenshot('zz-1-done2'); await long(p, 'zz-1-done2-full')
    await p.page.setViewportSize({ width: 320, height: 568 }); await p.screenshot('zz-1-done2-320'); await p.page.setViewportSize({ width: 375, height: 812 })
    await p.page.reload(); await p.page.waitForTimeout(1500); await long(p, 'zz-1-done2-refreshed')
    await care(p, o); await p.page.waitForTimeout(1500); await long(p, 'zz-1-done2-care', 375, 812, 2800)
    await p.page.evaluate(`localStorage.removeItem('${o}/careMode')`); await p.page.reload(); await p.page.waitForTimeout(1000)
  }, p)
  await step('record', async () => {
    await p.tap('看这份登记'); await p.page.waitForTimeout(1500); await p.screenshot('zz-1-record'); await long(p, 'zz-1-record-full', 375, 812, 3200)
    await p.page.goBack(); await p.page.waitForTimeout(1200); await p.screenshot('zz-1-record-back')
    await p.tap('看方桂兰的处理进展'); await p.page.waitForTimeout(1200); await long(p, 'zz-1-alert')
    await p.page.goto(`${demo.cloud.origin}/as/${o}/#/pages/home/index`); await p.page.waitForTimeout(1200); await long(p, 'zz-1-home-end')
    await p.tap('再报一次'); await p.page.waitForTimeout(1000); await p.screenshot('zz-1-third')
    await p.tap('修改方桂兰的情况'); await long(p, 'zz-1-third-open')
    await p.page.goto(`${demo.cloud.origin}/as/${o}/#/pages/daily/calendar/index`); await p.page.waitForTimeout(1200); await long(p, 'zz-1-calendar')
  }, p)
  console.log('FAULTS', p.faults)
  await p.close()
})

it('two', async () => {
  const o = 'resident-family'
  const p = await open(o, 'pages/home/index')
  await p.sees('每日报备'); await care(p, o); await p.sees('现在报备'); await p.screenshot('zz-2-home')
  await step('offline', async () => {
    await p.page.context().setOffline(true)
    await p.tap('现在报备'); await p.page.waitForTimeout(2000); await p.screenshot('zz-2-report'); await long(p, 'zz-2-report-full')
    await p.page.setViewportSize({ width: 320, height: 568 }); await p.screenshot('zz-2-report-320')
    await p.tap('全家都好，和昨天一样'); await p.screenshot('zz-2-confirm-320'); await p.page.setViewportSize({ width: 375, height: 812 }); await p.screenshot('zz-2-confirm')
    await p.tap('确认上报'); await p.page.waitForTimeout(1500); await p.screenshot('zz-2-permission')
    await p.tap('允许').catch(() => undefined); await p.sees('已存在手机里'); await p.screenshot('zz-2-waiting')
    await p.page.setViewportSize({ width: 320, height: 568 }); await p.screenshot('zz-2-waiting-320'); await p.page.setViewportSize({ width: 375, height: 812 })
    await p.tap('回首页'); await p.page.waitForTimeout(2500); await p.screenshot('zz-2-home-waiting'); await long(p, 'zz-2-home-waiting-full')
    await p.tap('现在发送').catch(() => undefined); await p.page.waitForTimeout(1500); await p.screenshot('zz-2-send-offline')
    await p.tap('再报一次').catch(() => p.tap('现在报备')); await p.page.waitForTimeout(1500)
    await p.tap('修改沈如意的情况'); await p.type('沈如意 体温（℃）', '384'); await p.screenshot('zz-2-384'); await long(p, 'zz-2-384-full')
    await p.tap('有人不舒服，核对后上报'); await p.screenshot('zz-2-confirm-384')
    await p.tap('确认上报'); await p.page.waitForTimeout(1500); await p.tap('允许').catch(() => undefined); await p.page.waitForTimeout(1500)
    await p.screenshot('zz-2-waiting-384'); await long(p, 'zz-2-waiting-384-full', 375, 812, 2600)
    await p.page.context().setOffline(false); await p.page.waitForTimeout(4000); await long(p, 'zz-2-back', 375, 812, 2600)
    await p.page.goto(`${demo.cloud.origin}/as/${o}/#/pages/daily/calendar/index`); await p.page.waitForTimeout(1200); await long(p, 'zz-2-calendar', 375, 812, 2600)
  }, p)
  console.log('FAULTS', p.faults.filter((f) => !/ERR_INTERNET|Failed to fetch/.test(f)))
  await p.close()
})

it('three', async () => {
  for (const [o, c] of [['resident-family', true], ['resident-next', true]] as const) {
    const p = await open(o, 'pages/home/index')
    if (c) await care(p, o)
    await p.page.waitForTimeout(1500); await long(p, `zz-3-${o}-home`, 375, 812, 2600)
    await step('calls-' + o, async () => {
      await p.page.goto(`${demo.cloud.origin}/as/${o}/#/pages/daily/calls/index`); await p.page.waitForTimeout(1500); await p.screenshot(`zz-3-${o}-calls`)
      await p.page.setViewportSize({ width: 320, height: 568 }); await p.screenshot(`zz-3-${o}-calls-320`); await p.page.setViewportSize({ width: 375, height: 812 })
      await p.tap('核对'); await p.screenshot(`zz-3-${o}-empty`)
      await p.type('来电号码', '95188'); await p.tap('核对'); await p.page.waitForTimeout(900); await p.screenshot(`zz-3-${o}-short`)
      await p.type('来电号码', '17000009999'); await p.tap('核对'); await p.sees('不要转账'); await p.screenshot(`zz-3-${o}-false`); await long(p, `zz-3-${o}-false-full`)
      await p.page.setViewportSize({ width: 320, height: 568 }); await p.screenshot(`zz-3-${o}-false-320`)
    }, p)
    console.log(o, 'FAULTS', p.faults)
    await p.close()
  }
})
