/** `npm run verify`, `reseal` and `rotate`: histories and keys, on a data folder or a local cloud that runs. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { showProgress } from '../../config/progress'
import { inRoot } from '../../config/root'
import { buildIfChanged } from '../../config/targets'
import { startCloud, StartRefusal } from '../cloud'
import { openDataFolder } from '../dataFolder'
import { reseal, rotate, verify, type Folder } from './commands'

const usage =
  'Usage: npm run verify|reseal -- [--data DIR | --origin http://127.0.0.1:PORT] [--as OPENID]; ' +
  'npm run rotate -- [--data DIR]'

const commands = { verify, reseal, rotate }

const text = { type: 'string' } as const
const options = { data: text, origin: text, as: text } as const

const isCommand = (word: string): word is keyof typeof commands => Object.hasOwn(commands, word)

function readWords(words: string[]) {
  try {
    const { positionals, values } = parseArgs({ args: words, options, allowPositionals: true })
    const [command = ''] = positionals
    if (isCommand(command)) return { command, ...values }
  } catch (error) {
    throw new StartRefusal(`${(error as Error).message}. ${usage}`)
  }
  throw new StartRefusal(usage)
}

/** A folder that nobody else uses, with functions started for each question. */
function idleFolder(path: string, openid: string): Folder {
  if (!existsSync(path)) throw new StartRefusal(`There are no data at ${path}.`)
  process.once('exit', openDataFolder(path, { reset: false }).release)
  return {
    path,
    async withFunctions(work) {
      const built = await showProgress('build the functions', (say) => buildIfChanged('functions', say))
      if (!built.ok) throw new StartRefusal('Could not build the functions; the reason is above.')
      const functions = inRoot('dist/cloudfunctions')
      const database = inRoot('config/database.json')
      const cloud = await startCloud({ functions, data: path, database, port: 0 })
      try {
        return await work({ origin: cloud.origin, openid })
      } finally {
        await cloud.stop()
      }
    },
  }
}

const runningCloud = (origin: string, openid: string): Folder => ({
  path: '',
  withFunctions: (work) => work({ origin, openid }),
})

async function main(): Promise<void> {
  process.env.TZ = 'UTC'
  const { command, data = inRoot('.data'), origin, as = 'administrator' } = readWords(process.argv.slice(2))
  if (command === 'rotate' && origin) throw new StartRefusal(`Keys are changed while nothing runs. ${usage}`)
  const folder = origin ? runningCloud(origin, as) : idleFolder(data, as)
  const isGood = await commands[command](folder, (line) => console.log(line))
  process.exit(isGood ? 0 : 1)
}

main().catch((error: unknown) => {
  console.error(error instanceof StartRefusal ? error.message : error)
  process.exit(1)
})
