import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../config/root'
import { startCloud, type Cloud } from '../../local/cloud'
import { people, seedDemo } from '../../local/demo'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { functionsWithClock } from '../support/functionsWithClock'
import { moment } from './clock'

export interface Demonstration {
  cloud: Cloud
  /** Where the cloud keeps its data. */
  data: string
  close(): Promise<void>
}

/** The demonstration as `npm start` shows it, at a moment that does not pass. Codes to scan lead to the port. */
export async function openDemonstration({ port = 0 } = {}): Promise<Demonstration> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-screens-'))
  const inFolder = (name: string): string => join(folder, name)
  const [functions, data, site] = [inFolder('functions'), inFolder('data'), inFolder('site')]
  const database = inRoot('config/database.json')
  mkdirSync(data)
  // A copy, which a build that goes on meanwhile does not empty.
  cpSync(inRoot('dist/h5'), site, { recursive: true })
  functionsWithClock(functions, { stopAt: moment.getTime() })
  seedDemo({ data, functions, database }, moment)
  const options = { functions, data, database, site, people, miniProgram: demoMiniProgram }
  const cloud = await startCloud({ ...options, port, strictIndexes: true })
  return {
    cloud,
    data,
    async close() {
      await cloud.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
