import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../../local/cloud'
import { people, seedDemo } from '../../../local/demo'
import { demoMiniProgram } from '../../../local/demo/miniProgram'

const root = join(__dirname, '../../..')

/** The demonstration as `npm start` shows it: built pages, built functions, invented people. */
export async function openDemo(): Promise<{ cloud: Cloud; close(): Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-journey-'))
  const options = {
    functions: join(root, 'dist/cloudfunctions'),
    database: join(root, 'config/database.json'),
    site: join(root, 'dist/h5'),
    data,
    people,
    miniProgram: demoMiniProgram,
  }
  seedDemo(options)
  const cloud = await startCloud({ ...options, port: 0, strictIndexes: true })
  return {
    cloud,
    async close() {
      await cloud.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
