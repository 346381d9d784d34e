import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Before the journeys: the demonstration, of which each of them takes a copy. To invent its people takes seconds. */
export default function seedOnce(): void {
  const root = join(__dirname, '../..')
  const seeded = mkdtempSync(join(tmpdir(), 'shouwang-seeded-'))
  const program = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'test/journeys/support/seed.ts', seeded]
  execFileSync(process.execPath, program, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  process.env.SHOUWANG_SEEDED = seeded
}
