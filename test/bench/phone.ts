/** The section `phone`: what a resident's phone has to load, how long it shows nothing, and what a tap hands to its view. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { modulesOf, packagesOf } from '../../config/sizes'
import { inRoot } from '../../config/root'
import { median } from './numbers'
import { timesInBrowser, type BrowserTimes } from './phoneBrowser'
import type { HostFigures } from './phoneHost'
import type { Section, Table } from './table'

const KB = 1024
const LARGEST = 8
const builds = { 'dist/weapp/app.json': 'build:weapp', 'dist/h5/index.html': 'build:h5' }

/** WeChat's engine wants a document of its own, and a process that has none otherwise. */
async function figuresOfHost(): Promise<HostFigures> {
  const program = ['--import', 'tsx', inRoot('test/bench/phoneHost.ts')]
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: inRoot('.') })
  return JSON.parse(stdout) as HostFigures
}

const packages = (build: string): Table => ({
  title: 'Packages that WeChat loads',
  columns: [
    { name: 'size', unit: 'KB', worse: 'higher' },
    { name: 'most', unit: 'KB', worse: null },
  ],
  rows: packagesOf(build).map(({ name, bytes, most }) => ({ what: name, cells: [bytes / KB, most / KB] })),
})

const modules = (build: string): Table => ({
  title: 'The largest modules in them',
  columns: [
    { name: 'size', unit: 'KB', worse: 'higher' },
    { name: 'packages', unit: 'count', worse: 'higher' },
  ],
  rows: modulesOf(build)
    .slice(0, LARGEST)
    .map((one) => ({ what: one.name, cells: [one.bytes / KB, one.packages.length] })),
})

function firstContent(browser: BrowserTimes, { home, form }: HostFigures): Table {
  const row = (what: string, inBrowser: number[], inHost: number[] | null) => ({
    what,
    cells: [
      median(inBrowser),
      inHost ? median(inBrowser) / median(browser.empty) : null,
      inHost ? median(inHost) : null,
    ],
  })
  return {
    title:
      'Until there is something to read: a first visit in Chromium at a quarter of its speed; and the compiled build in the host of the tests',
    columns: [
      { name: 'Chromium', unit: 'ms', worse: null },
      { name: 'of an empty page', unit: 'times', worse: 'higher' },
      { name: 'host', unit: 'ms', worse: null },
    ],
    rows: [
      row('an empty page', browser.empty, null),
      row('home', browser.home, home),
      row('first step of a registration', browser.form, form),
    ],
    notes: [
      `Medians of ${home.length}. The host has no pixels: it says what our own code and WeChat's engine take.`,
    ],
  }
}

const handed = ({ taps }: HostFigures): Table => ({
  title: 'What is handed to the view (setData)',
  columns: [
    { name: 'times', unit: 'count', worse: 'higher' },
    { name: 'bytes', unit: 'bytes', worse: 'higher' },
  ],
  rows: taps.map(({ what, count, bytes }) => ({ what, cells: [count, bytes] })),
})

export const phone: Section = {
  name: 'phone',
  async run() {
    const missing = Object.entries(builds).find(([file]) => !existsSync(inRoot(file)))
    if (missing) {
      const note = `${missing[0]} is not there: npm run ${missing[1]} makes it.`
      return [{ title: 'The phone was not measured', columns: [], rows: [], notes: [note] }]
    }
    const build = inRoot('dist/weapp')
    const host = await figuresOfHost()
    return [packages(build), modules(build), firstContent(await timesInBrowser(), host), handed(host)]
  },
}
