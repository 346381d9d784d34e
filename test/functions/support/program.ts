import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

const root = join(__dirname, '../../..')

/** What a timer of ours may do, besides reading and writing. */
export const mayNotify = { timeout: 20, permissions: { openapi: ['subscribeMessage.send'] } }

/**
 * A folder of functions with a single one: `program`, which may import what it likes from this project, so that a test can
 * hand it a time or what else no deployed function is handed. Answers its path; whoever asked removes it.
 */
export function functionOf(name: string, program: string, config?: object): string {
  const functions = mkdtempSync(join(tmpdir(), `shouwang-${name}-`))
  mkdirSync(join(functions, name))
  buildSync({
    stdin: { contents: program, resolveDir: root },
    outfile: join(functions, name, 'index.js'),
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['wx-server-sdk'],
  })
  if (config) writeFileSync(join(functions, name, 'config.json'), JSON.stringify(config))
  return functions
}
