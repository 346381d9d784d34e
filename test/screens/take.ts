import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { Phone } from '../journeys/support/browser'
import { moment } from './clock'
import { leastIn, looksIn, nameOfLook, widest, type Look, type Mode } from './modes'
import type { Stop, Walk } from './walk'

/** A picture that was taken, and what is wrong with what it shows. */
export interface Shot {
  name: string
  feature: string
  look: Look
  /** The file's name of what is in sight; null where the screen could not be reached. */
  picture: string | null
  /** The one that shows the page down to its end. */
  whole: string | null
  findings: string[]
}

export interface Camera {
  browser: Browser
  origin: string
  folder: string
  modes: readonly Mode[]
}

const lookingOver = readFileSync(join(__dirname, 'lookOver.js'), 'utf8')

/** Pages that go on for ever are pictured down to here. */
const MOST_SCREENS = 4
const PATIENCE_MS = 30_000

/** Complaints of a browser without a signal: only where that was asked for. */
const isOfNoSignal = (fault: string): boolean => /ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(fault)

/** Says which file: the console only says that there is one. */
function noteMissingFiles({ page, faults }: Phone): void {
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${new URL(response.url()).pathname}`)
  })
}

/** Goes the walk once for light and dark and once in large type, and pictures each stop at every size. */
export async function take(camera: Camera, walk: Walk): Promise<Shot[]> {
  mkdirSync(camera.folder, { recursive: true })
  const together = [
    camera.modes.filter((mode) => mode !== 'care'),
    camera.modes.filter((mode) => mode === 'care'),
  ]
  const shots: Shot[] = []
  for (const modes of together) if (modes.length > 0) shots.push(...(await go({ ...camera, modes }, walk)))
  return shots
}

async function go(camera: Camera, walk: Walk): Promise<Shot[]> {
  const looks = camera.modes.flatMap(looksIn)
  const context = await openContext(camera.browser, walk, { care: camera.modes.includes('care') })
  const phone = new Phone(await context.newPage())
  noteMissingFiles(phone)
  const shots: Shot[] = []
  try {
    let lost = await failure(() => open(phone, camera.origin, walk))
    for (const { name, act } of walk.stops) {
      const of = { name, feature: walk.feature }
      lost ??= await failure(() => goOn(phone, act))
      if (lost !== null) {
        const findings = [`not reached: ${lost}`]
        shots.push(...looks.map((look) => ({ ...of, look, picture: null, whole: null, findings })))
        break
      }
      for (const look of looks) shots.push({ ...of, ...(await shoot(phone, camera, name, look)) })
      await phone.page.setViewportSize(widest)
    }
  } finally {
    await context.close()
  }
  return shots
}

async function goOn(phone: Phone, act: Stop['act']): Promise<void> {
  await act?.(phone)
  await settled(phone)
}

/** Why it could not be done; null when it was. */
async function failure(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act()
    return null
  } catch (error) {
    return String(error).split('\n').slice(0, 3).join(' ')
  }
}

/** A phone in the demonstration's time; whose photographs are how many dots fine. */
export async function openContext(
  browser: Browser,
  { person, keeps = {} }: Walk,
  { care, fineness = 1 }: { care: boolean; fineness?: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...{ viewport: widest, deviceScaleFactor: fineness, hasTouch: true, isMobile: true },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' },
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await context.clock.setFixedTime(moment)
  await context.addInitScript({ content: lookingOver })
  await context.addInitScript({ content: withoutDesk(person) })
  for (const [key, data] of Object.entries({ ...keeps, ...(care && { careMode: true }) })) {
    const stored = [`${person}/${key}`, JSON.stringify({ data })].map((text) => JSON.stringify(text))
    await context.addInitScript({ content: `localStorage.setItem(${stored.join(', ')})` })
  }
  return context
}

/** The bar that changes who holds the phone is the laptop's, not the phone's; WeChat's questions are answered for good. */
const withoutDesk = (person: string): string => `
  addEventListener('DOMContentLoaded', () => {
    const hidden = document.createElement('style')
    hidden.textContent = '#local-wechat-bar { display: none !important }'
    document.head.append(hidden)
  })
  localStorage.setItem('localWeChat/${person}/privacy', 'agreed')
  localStorage.setItem('localWeChat/${person}', '{"caseProgress":"accept","todoArrived":"accept","dailyReminder":"accept"}')`

export async function open({ page }: Phone, origin: string, { person, route, offline }: Walk): Promise<void> {
  if (offline) await page.route('**/call/**', (call) => call.abort('internetdisconnected'))
  await page.goto(`${origin}/as/${person}/#/${route}`)
  await settled({ page })
}

/** Nothing is being loaded any more, nothing moves. */
export async function settled({ page }: Pick<Phone, 'page'>): Promise<void> {
  await page.waitForLoadState('networkidle')
  const skeletons = page.locator('[role="status"]').filter({ visible: true })
  await skeletons
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined)
  await page.waitForTimeout(400) // Taro's page transition, a sheet that begins to rise.
  await page.evaluate('atRest()')
}

async function shoot(phone: Phone, { folder }: Camera, name: string, look: Look) {
  const { page } = phone
  const { mode, width, height } = look
  await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
  await page.setViewportSize({ width, height })
  await page.waitForTimeout(150)
  const findings = await page.evaluate<string[]>(`lookOver(${JSON.stringify(leastIn(mode))})`)
  const faults = phone.faults.splice(0).filter((fault) => !isOfNoSignal(fault))
  const picture = `${name}--${nameOfLook(look)}.png`
  const whole = basename(await picturePage(phone, look, join(folder, picture)))
  return { look, picture, whole, findings: [...faults.map((fault) => `error: ${fault}`), ...findings] }
}

/** What is in sight and, where that is not all, the page down to its end; a sheet keeps the page from scrolling. */
async function picturePage({ page }: Phone, { width, height }: Look, path: string): Promise<string> {
  const covered = await page.locator('[role="dialog"]').filter({ visible: true }).count()
  await page.evaluate('toTop()')
  await page.screenshot({ path })
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
  if (covered > 0 || whole <= height) return path
  await page.setViewportSize({ width, height: Math.min(whole, height * MOST_SCREENS) })
  const tall = path.replace(/\.png$/, '-whole.png')
  await page.screenshot({ path: tall })
  return tall
}
