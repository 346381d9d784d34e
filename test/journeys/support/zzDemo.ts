import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../../local/cloud'
import { people } from '../../../local/demo'
import { demoMiniProgram } from '../../../local/demo/miniProgram'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser'

const root = join(__dirname, '../../..')

interface Demo {
  cloud: Cloud
  browser: Browser
  /** Where the cloud keeps its data. */
  data: string
}

/** The demonstration and a browser, for all tests of a file; there from its first test on. */
export function useDemo(): Demo {
  const demo = {} as Demo
  let close = () => Promise.resolve()
  beforeAll(async () => {
    const opened = await openDemo()
    Object.assign(demo, { cloud: opened.cloud, data: opened.data, browser: await openBrowser() })
    close = () => opened.close()
  }, 60_000)
  afterAll(async () => {
    await demo.browser.close()
    await close()
  })
  return demo
}

/** The demonstration as `npm start` shows it: built pages, built functions, invented people. */
async function openDemo(): Promise<{ cloud: Cloud; data: string; close(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-journey-'))
  const options = {
    functions: '/tmp/staffPages-functions',
    database: join(root, 'config/database.json'),
    site: '/tmp/staffPages-h5',
    data,
    people,
    miniProgram: demoMiniProgram,
  }
  cpSync(process.env.SHOUWANG_SEEDED as string, data, { recursive: true })
  const cloud = await startCloud({ ...options, port: 0, strictIndexes: true })
  return {
    cloud,
    data,
    async close() {
      await cloud.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
