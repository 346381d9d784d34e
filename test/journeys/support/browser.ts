import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type * as Playwright from 'playwright-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { outside } from '../../support/outside'

const { chromium } = outside('playwright-core') as typeof Playwright

const root = join(__dirname, '../../..')

/** Where the journeys leave what they saw; not under version control. */
export const screenshots = join(root, 'dist/screenshots')

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const inApplications = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** A Chrome of the machine's own, else the Chromium that an npm package carries (Linux). */
function browserPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    ...onPath.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...inApplications,
  ]
  const own = process.env.CHROME_PATH ?? candidates.find((path) => existsSync(path))
  if (own) return own
  // The package is an ES module, which jest's own loader does not take.
  const script = `import('@sparticuz/chromium').then(async ({ default: c }) => console.log(await c.executablePath()))`
  return execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }).trim()
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    env: { ...process.env, FONTCONFIG_FILE: join(__dirname, 'fonts.conf') },
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A busy machine needs longer for everything. */
function withPatience(context: BrowserContext): BrowserContext {
  context.setDefaultTimeout(20_000)
  return context
}

/** A phone of 375×812, on which nothing is open yet. */
export async function newScreen(browser: Browser): Promise<Page> {
  const context = withPatience(
    await browser.newContext({
      viewport: { width: 375, height: 812 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
    }),
  )
  return context.newPage()
}

/** Such a phone in somebody's hand, who has agreed to the privacy guideline before unless told otherwise. */
export async function openPhone(
  browser: Browser,
  origin: string,
  openid: string,
  route = '',
  { hasAgreed = true } = {},
): Promise<Phone> {
  const page = await newScreen(browser)
  const agreed = `localStorage.setItem('localWeChat/${openid}/privacy', 'agreed')`
  if (hasAgreed) await page.context().addInitScript({ content: agreed })
  const phone = new Phone(page)
  await page.goto(`${origin}/as/${openid}/${route}`)
  return phone
}

/** A laptop, for the desk. */
export async function openLaptop(browser: Browser, address: string): Promise<Page> {
  const context = withPatience(
    await browser.newContext({ viewport: { width: 1440, height: 960 }, locale: 'zh-CN' }),
  )
  const page = await context.newPage()
  await page.goto(address)
  return page
}

const PATIENCE_MS = 8_000

/**
 * A touch in the middle. On a busy machine the driver at times takes something else of a page that has been scrolled to lie
 * there, and waits for ever, though the touch arrives: then it is made all the same. Whether it did anything is told by
 * what is seen next.
 */
const touch = (target: Locator): Promise<void> =>
  target.tap({ timeout: PATIENCE_MS }).catch(() => target.tap({ force: true }))

/** What a person does with a phone, by what is written on it. */
export class Phone {
  /** Everything that went wrong unseen: exceptions, error messages of the console. */
  readonly faults: string[] = []

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text())
    })
  }

  async sees(text: string): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  /** Sees it without having to scroll. */
  async hasInSight(text: string): Promise<void> {
    const shown = this.page.getByText(text).filter({ visible: true }).first()
    await shown.waitFor()
    await this.page.waitForTimeout(500) // It may still be on its way.
    const { x, y, width, height } = (await shown.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const middle = `document.elementFromPoint(${x + width / 2}, ${y + height / 2})?.textContent ?? ''`
    expect(await this.page.evaluate(middle)).toBe(await shown.textContent())
  }

  async tap(label: string): Promise<void> {
    const control = this.page
      .getByLabel(label, { exact: true })
      .or(this.page.getByText(label, { exact: true }))
      .filter({ visible: true })
    await touch(control.last())
  }

  /** Into the field of that label, as fast as Taro's controlled inputs can follow. */
  async type(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true }).filter({ visible: true }).last()
    const input = field
      .locator('input, textarea')
      .or(field.and(this.page.locator('input, textarea')))
      .last()
    await touch(input)
    await input.fill('')
    await input.pressSequentially(text, { delay: 60 })
  }

  /** Opens the wheel of days and takes the day it stands on. */
  async chooseToday(label: string): Promise<void> {
    await this.page.getByText(label, { exact: false }).filter({ visible: true }).first().waitFor()
    await this.page.locator(`[aria-label^="${label}"]`).filter({ visible: true }).last().tap()
    await this.page.getByText('确定', { exact: true }).filter({ visible: true }).last().tap()
    await this.page.waitForTimeout(500) // The wheel slides away, over what is tapped next.
  }

  /** The address below the person: a route and its query. */
  get route(): string {
    return new URL(this.page.url()).hash
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true })
    await this.page.evaluate('document.fonts.ready.then(() => null)')
    await this.page.waitForTimeout(400) // Taro's page transition
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) })
  }

  close(): Promise<void> {
    return this.page.context().close()
  }
}
