import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './support/browser'

const script = readFileSync(join(__dirname, '../screens/lookOver.js'), 'utf8')

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 320, height: 568 } })
}, 60_000)
afterAll(() => browser.close())

/** What is found wrong with a page of which this is the body. */
async function findingsIn(body: string): Promise<string[]> {
  await page.setContent(`<body style="margin: 0; font-size: 17px">${body}</body>`)
  await page.evaluate(script)
  return page.evaluate('lookOver({ leastType: 16, leastTarget: 44 })')
}

it('finds nothing wrong with a page on which nothing is', async () => {
  const button = '<div class="big-button" role="button" style="height: 52px">开始登记</div>'
  expect(await findingsIn(`<div class="title">返乡登记</div>${button}`)).toEqual([])
})

it.each([
  ['a page that is empty', '', ['shows nothing']],
  ['words of a program', '<div class="title">undefined，您好</div>', ['raw words: “undefined，您好”']],
  [
    'what is wider than the screen',
    '<div class="table" style="width: 400px">很宽</div>',
    ['overflows: 400 px wide on 320 px', 'sticks out: .table “很宽”'],
  ],
  [
    'small type, told once of several alike',
    '<p class="soft" style="font-size: 14px">小字</p><p class="soft" style="font-size: 14px">也小</p>',
    ['type of 14 px, under 16: .soft “小字”'],
  ],
  [
    'a target too small for a finger',
    '<div class="link" role="button" style="width: 90px; height: 30px">看看</div>',
    ['target of 90×30 px, under 44: .link “看看”'],
  ],
  [
    'a text that is cut off',
    '<div class="name" style="width: 60px; overflow: hidden; white-space: nowrap">青禾新城国际花园</div>',
    ['cut off (clip): .name “青禾新城国际花园”'],
  ],
  [
    'buttons without a space between',
    `<div style="display: flex"><div class="big-button" role="button" style="width: 100px; height: 52px">左</div>
      <div class="big-button" role="button" style="width: 100px; height: 52px">右</div></div>`,
    ['touches another button: .big-button “右”'],
  ],
  [
    'a footer that covers what stands above it',
    `<div class="page" style="padding-bottom: 60px">内容
      <div class="page__footer" style="position: fixed; bottom: 0; height: 100px">按钮</div></div>`,
    ['the footer (100 px) covers the end of the page (60 px are left for it)'],
  ],
])('finds %s', async (_what, body, findings) => {
  expect(await findingsIn(body)).toEqual(findings)
})

it.each([
  [
    'what can be scrolled sideways',
    '<div style="overflow-x: auto"><div style="width: 400px">很宽</div></div>',
  ],
  ['a sheet of paper', '<div class="poster"><p style="font-size: 12px">登记免费</p></div>'],
  ['what is hidden', '<p style="display: none; font-size: 10px">看不见</p><p>看得见</p>'],
])('leaves %s alone', async (_what, body) => {
  expect((await findingsIn(body)).filter((finding) => finding !== 'shows nothing')).toEqual([])
})
