/** How long somebody looks at nothing who opens a page in a browser for the first time, on a slow phone. */
import type { Browser } from 'playwright-core'
import { inRoot } from '../../config/root'
import { startCloud, type Cloud } from '../../local/cloud'
import { people, seedDemo } from '../../local/demo'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { newScreen, openBrowser } from '../journeys/support/browser'
import { inTemporaryFolder } from './temporary'

/** Milliseconds, one for each visit. */
export interface BrowserTimes {
  empty: number[]
  home: number[]
  form: number[]
}

const VISITS = 5
const SLOWER = 4
const WHO = 'resident-new'
const EMPTY = 'data:text/html;charset=utf-8,<p>守望</p>'

/** From asking for the address until the text can be seen, on a phone that has kept nothing of former visits. */
async function visit(browser: Browser, address: string, text: string): Promise<number> {
  const page = await newScreen(browser)
  await page
    .context()
    .addInitScript(`try { localStorage.setItem('localWeChat/${WHO}/privacy', 'agreed') } catch {}`)
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const begun = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 60_000 })
  const taken = performance.now() - begun
  await page.context().close()
  return taken
}

/** By turns, so that the load of a shared machine meets all of them; one visit before warms the cloud up. */
async function visits(browser: Browser, { origin }: Cloud): Promise<BrowserTimes> {
  const times: BrowserTimes = { empty: [], home: [], form: [] }
  const home = () => visit(browser, `${origin}/as/${WHO}/`, '返乡登记')
  const form = () => visit(browser, `${origin}/as/${WHO}/#/pages/returnee/register/index`, '谁要返乡')
  await home()
  await form()
  for (let go = 0; go < VISITS; go += 1) {
    times.empty.push(await visit(browser, EMPTY, '守望'))
    times.home.push(await home())
    times.form.push(await form())
  }
  return times
}

export const timesInBrowser = (): Promise<BrowserTimes> =>
  inTemporaryFolder(async (data) => {
    const demo = { data, functions: inRoot('dist/cloudfunctions'), database: inRoot('config/database.json') }
    seedDemo(demo)
    const site = inRoot('dist/h5')
    const log = () => undefined
    const cloud = await startCloud({ ...demo, site, people, miniProgram: demoMiniProgram, port: 0, log })
    const browser = await openBrowser()
    try {
      return await visits(browser, cloud)
    } finally {
      await browser.close()
      await cloud.stop()
    }
  })
