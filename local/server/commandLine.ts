import { parseArgs } from 'node:util'
import type { CloudOptions } from './startCloud'
import { StartRefusal } from '../startRefusal'

const usage = 'npm run cloud -- --functions DIR --data DIR --database FILE --port N [--site DIR]'

/**
 * The options of `npm run cloud`.
 *
 * @throws {StartRefusal} naming what is unknown, missing or wrong
 */
export function readCloudOptions(words: string[]): CloudOptions {
  const { values } = parseWords(words)
  const { functions, data, database, port, site } = values
  if (functions === undefined || data === undefined || database === undefined || port === undefined) {
    const missing = Object.entries({ functions, data, database, port }).filter(
      ([, value]) => value === undefined,
    )
    throw new StartRefusal(`Missing: ${missing.map(([name]) => `--${name}`).join(', ')}. Usage: ${usage}`)
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new StartRefusal(`--port ${port} is not a port (0 to 65535).`)
  }
  return { functions, data, database, port: Number(port), site }
}

function parseWords(words: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: words,
      options: { functions: text, data: text, database: text, port: text, site: text },
    })
  } catch (error) {
    throw new StartRefusal(`${(error as Error).message} Usage: ${usage}`)
  }
}
