import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemo } from '../../local/demo'
import { runCommunity, type Community } from '../functions/support/community'

const root = join(__dirname, '../..')

/** The built functions on a local cloud that holds the demonstration. */
export async function openDemonstration(): Promise<Community> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-demonstration-'))
  seedDemo({
    data,
    functions: join(root, 'dist/cloudfunctions'),
    database: join(root, 'config/database.json'),
  })
  return runCommunity(data)
}
