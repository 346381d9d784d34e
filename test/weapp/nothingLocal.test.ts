/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the local cloud draws in WeChat's place is made of these. */
const marks = ['local-wechat-bar', 'local-wechat-dialog', '/desk/wechat', '/consents', '不再询问']

const textsIn = (folder: string): { file: string; text: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ file: name, text: readFileSync(join(parentPath, name), 'utf8') }))

const holding = (folder: string, some: string[]): string[] =>
  textsIn(folder).flatMap(({ file, text }) =>
    some.filter((mark) => text.includes(mark)).map((mark) => `${file}: ${mark}`),
  )

it('what is looked for is really in the files of the local cloud', () => {
  const found = holding('local/desk', marks)
  expect(marks.filter((mark) => !found.some((line) => line.endsWith(mark)))).toEqual([])
})

it.each(['dist/weapp', 'dist/h5'])('nothing of the bar and the dialog is in %s', (build) => {
  expect(textsIn(build).length).toBeGreaterThan(10)
  expect(holding(build, marks)).toEqual([])
})

it('the WeChat build does not even know that there may be a stand-in for WeChat', () => {
  expect(holding('dist/weapp', ['localWeChat'])).toEqual([])
})
