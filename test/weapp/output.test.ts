/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingsIn } from './outputRules'

const build = 'dist/weapp'

const scripts = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
)

/** What is there and does no harm, each with its reason. */
const harmless: Record<string, string> = {
  HTMLElement: 'react-hook-form: only where `window.HTMLElement` is there, which Taro’s stand-in has not',
  tt: 'Taro: only on ByteDance’s platform',
}

const found = scripts.flatMap((file) =>
  findingsIn(readFileSync(join(build, file), 'utf8')).map((finding) => ({ file, ...finding })),
)

describe('what is compiled for WeChat', () => {
  it('uses nothing of a browser, makes no code of text, and asks for nothing that old phones lack', () => {
    const faults = found.filter(({ name }) => !(name in harmless))
    expect(faults.map(({ file, name, where }) => `${file}: ${name} in … ${where} …`)).toEqual([])
  })

  it.each(Object.entries(harmless))('%s is still there to be excused: %s', (name) => {
    expect(found.map((one) => one.name)).toContain(name)
  })
})

describe('the check', () => {
  it.each([
    ['fetch', 'fetch("/a")'],
    ['crypto', 'function a() { return crypto.getRandomValues(b) } var b'],
    ['URL', 'if (typeof URLSearchParams !== "undefined") new URL("a")'],
    ['Proxy', 'function a(b) { return new Proxy(b, {}) }'],
    ['new Function', 'new Function("return this")()'],
    ['Function', 'Function("a", "return a")'],
    ['eval', 'eval("1")'],
    ['.at()', '[1].at(-1)'],
    ['.hasOwn()', 'Object.hasOwn({}, "a")'],
  ])('finds %s', (name, code) => {
    expect(findingsIn(code).map((one) => one.name)).toContain(name)
  })

  it.each([
    'typeof crypto !== "undefined" && crypto.randomUUID ? crypto.randomUUID() : ""',
    'var self = 1; self + 1',
    'try { new Event("abort") } catch (cause) { console.log(cause) }',
    'if (typeof MessageChannel !== "undefined") { var a = new MessageChannel(); a.port1 }',
    'var a = { fetch: 1 }; a.fetch',
    'Function.prototype.toString',
  ])('lets pass %s', (code) => {
    expect(findingsIn(code)).toEqual([])
  })

  it.each(['const a = 1', 'a => a', 'a?.b', 'class A {}', '`a`', 'async function a() {}', '/a/u', '2 ** 2'])(
    'finds the newer syntax of %s',
    (code) => {
      expect(findingsIn(code)).toMatchObject([{ name: expect.stringContaining('newer syntax') as string }])
    },
  )
})
