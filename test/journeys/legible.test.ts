import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import { app } from '@/words/zh-CN/app'
import { inRoot } from '../../config/root'
import { everyPage, type Things, type Visit } from '../support/everyPage'
import { thingsShown } from '../support/thingsShown'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const axe = readFileSync(inRoot('node_modules/axe-core/axe.min.js'), 'utf8')
const lookOver = readFileSync(inRoot('test/screens/lookOver.js'), 'utf8')

/** What a screen reader needs in order to say each control, and what it says wrongly. */
const sayable = [
  ...['aria-allowed-attr', 'aria-allowed-role', 'aria-command-name', 'aria-dialog-name', 'aria-hidden-focus'],
  ...['aria-input-field-name', 'aria-required-attr', 'aria-required-children', 'aria-required-parent'],
  ...['aria-roles', 'aria-toggle-field-name', 'aria-valid-attr', 'aria-valid-attr-value', 'button-name'],
  ...['image-alt', 'input-button-name', 'label', 'link-name', 'role-img-alt', 'select-name'],
]

/** Seven days beside each other are what makes it less than 44 there. */
const leastTarget = 40

/** As large as type gets, on as small a phone as there is. */
const LARGEST = 1.5
const narrow = { width: 320, height: 568 }
const usual = { width: 375, height: 812 }

const demo = useDemo()
let things: Things
let phone: Phone
beforeAll(async () => {
  things = await thingsShown(demo, new Date())
  phone = await openPhone(demo.browser, demo.cloud.origin, 'resident-new')
})
afterAll(() => phone.close())

/** Fresh, as somebody opens it by its address. */
async function open({ route, person, query, keeps }: Visit): Promise<void> {
  const { page } = phone
  await page.goto('about:blank')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(usual)
  const kept = Object.entries(keeps?.(things) ?? {})
  if (kept.length > 0) {
    const lines = kept.map(([key, data]) => {
      const stored = JSON.stringify(JSON.stringify({ data }))
      return `localStorage.setItem('${person}/${key}', ${stored})`
    })
    await page.context().addInitScript({ content: lines.join('\n') })
  }
  const search = new URLSearchParams(query?.(things)).toString()
  await page.goto(`${demo.cloud.origin}/as/${person}/#/${route}?${search}`)
  await page.locator('.page').first().waitFor()
  await page.waitForFunction(`!document.querySelector('[aria-label="${app.loading}"]')`)
  await page.evaluate(axe)
}

/** What axe finds in the page as it is now, one a line. */
async function faultsBy(rules: string[]): Promise<string[]> {
  const run = `axe.run('.taro_page', { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`
  const { violations } = await phone.page.evaluate<AxeResults>(run)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => {
      const [why] = [...any, ...all]
      return `${id}: ${html.slice(0, 120)} ${why?.message ?? ''}`
    }),
  )
}

/** What overflows, is cut off or covered at the largest type on the narrowest phone. */
async function faultsAtLargest(): Promise<string[]> {
  const { page } = phone
  await page.setViewportSize(narrow)
  await page.evaluate(`document.querySelectorAll('.page').forEach((page) => {
    page.style.setProperty('--scale', '${LARGEST}')
    page.classList.add('page--large', 'page--huge')
  })`)
  await page.evaluate(lookOver)
  return page.evaluate<string[]>(`lookOver({ leastType: 24, leastTarget: ${leastTarget} })`)
}

describe.each(everyPage.map((visit) => ({ ...visit, visit })))('$route for $person', ({ visit }) => {
  it('can be read by day and by night, said by a screen reader, and made as large as can be', async () => {
    await open(visit)
    const byDay = await faultsBy(['color-contrast', ...sayable])
    await phone.page.emulateMedia({ colorScheme: 'dark' })
    const byNight = await faultsBy(['color-contrast'])
    expect({ byDay, byNight, largest: await faultsAtLargest() }).toEqual({
      byDay: [],
      byNight: [],
      largest: [],
    })
  })
})
