import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

/** Opens the first page and answers which functions it has called, as `people.home`. */
async function openHome(openid: string): Promise<{ phone: Phone; calls: string[] }> {
  const phone = await openPhone(demo.browser, demo.cloud.origin, openid, '#/pages/tip/mine/index')
  // Away from the app, so that all calls are of the page that follows: from one page to another it would ask before it is loaded anew.
  await phone.page.goto('about:blank')
  const calls: string[] = []
  phone.page.on('request', (request) => {
    const [, name] = /\/call\/(\w+)$/.exec(request.url()) ?? []
    if (name) calls.push(`${name}.${(request.postDataJSON() as { action: string }).action}`)
  })
  await phone.page.goto(`${demo.cloud.origin}/as/${openid}/#/pages/home/index`)
  return { phone, calls }
}

describe('the first page', () => {
  jest.setTimeout(60_000)

  it('brings a family its day, its registrations and whom to call, in one call', async () => {
    const { phone, calls } = await openHome('resident-family')
    await phone.sees('现在报备')
    await phone.sees('苏小暑')
    await phone.screenshot('home-family')
    expect(calls).toEqual(['people.home'])
    await phone.close()
  })

  it('brings staff their work in the same call, and the counts of their list in another', async () => {
    const { phone, calls } = await openHome('worker-1-1')
    await phone.sees('去处理待办')
    await phone.screenshot('home-staff')
    expect(new Set(calls)).toEqual(new Set(['people.home', 'inbox.list']))
    await phone.close()
  })

  it('asks again in one call when somebody comes back to it', async () => {
    const { phone, calls } = await openHome('resident-observed')
    await phone.sees('我的登记')
    await phone.tap('我有邀请码')
    await phone.sees('邀请码')
    // What was answered is fresh for three seconds.
    await phone.page.waitForTimeout(3_100)
    calls.length = 0
    const asked = phone.page.waitForRequest(/call\/people/)
    await phone.page.goBack()
    await asked
    await phone.sees('我的登记')
    expect(calls.filter((call) => !call.startsWith('places.'))).toEqual(['people.home'])
    await phone.close()
  })
})
