/** `npm start` and `npm run dev`: builds what has changed and starts the local cloud with the demonstration in it. */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { taro } from '../config/pages'
import { showProgress } from '../config/progress'
import { inRoot, root } from '../config/root'
import { buildIfChanged, distrust, type TargetName } from '../config/targets'
import { watchFunctions } from '../config/watchFunctions'
import { PortTaken, StartRefusal, startCloud, type Cloud, type CloudOptions } from './cloud'
import { whenAskedToEnd } from './ending'
import { openDataFolder } from './dataFolder'
import { describePeople } from './describePeople'

interface StartOptions {
  reset: boolean
  watch: boolean
  /** Without one: 8080, or the next free one. */
  port?: number
}

const firstPort = 8080
const portsTried = 50
const usage = 'Usage: npm start -- [--reset] [--port N]'

function readOptions(words: string[]): StartOptions {
  try {
    const options = {
      reset: { type: 'boolean' },
      watch: { type: 'boolean' },
      port: { type: 'string' },
    } as const
    const { reset = false, watch = false, port } = parseArgs({ args: words, options }).values
    if (port === undefined) return { reset, watch }
    if (/^\d{1,5}$/.test(port) && Number(port) <= 65535) return { reset, watch, port: Number(port) }
  } catch (error) {
    throw new StartRefusal(`${(error as Error).message}. ${usage}`)
  }
  throw new StartRefusal(`A port is a number from 0 to 65535. ${usage}`)
}

async function bring(title: string, target: TargetName): Promise<void> {
  const outcome = await showProgress(title, (onProgress) => buildIfChanged(target, onProgress))
  if (!outcome.ok) throw new StartRefusal(`Could not ${title}; the reason is above.`)
}

async function startOnFreePort(options: Omit<CloudOptions, 'port'>): Promise<Cloud> {
  for (let port = firstPort; port < firstPort + portsTried; port += 1) {
    try {
      return await startCloud({ ...options, port })
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error
    }
  }
  throw new StartRefusal(`No port from ${firstPort} to ${firstPort + portsTried - 1} is free. ${usage}`)
}

/** Pages built by webpack in memory and written to dist/h5 at each change, until the process ends. */
function watchPages(): void {
  distrust('h5')
  const endWithParent = ['--require', inRoot('config/endWithParent.cjs')]
  const pages = spawn(process.execPath, [...endWithParent, taro, 'build', '--type', 'h5', '--watch'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  // Talked to by nobody: it only shows whether this process is still there.
  pages.channel?.unref()
  // Politely asked, webpack's server would first finish what it is building.
  process.once('exit', () => pages.kill('SIGKILL'))
}

/** A function that has been built again is seen by the next call; the others keep their warm instances. */
async function watchFunctionsOf(cloud: Cloud): Promise<void> {
  distrust('functions')
  await watchFunctions({
    onFault: (fault) => console.log(fault),
    onBuilt(changed) {
      try {
        cloud.reload(changed)
        console.log(`Built anew: ${changed.join(', ')}`)
      } catch (error) {
        if (!(error instanceof StartRefusal)) throw error
        console.log(error.message)
      }
    },
  })
}

function sayWhereToGo(cloud: Cloud, people: CloudOptions['people'] = []): void {
  console.log(`\nShouWang is running: ${cloud.origin}\n`)
  console.log(describePeople(people, cloud.origin))
  for (const [name, value] of Object.entries(cloud.secrets)) console.log(`${name}: ${value}`)
  console.log('\nCtrl-C ends it; the data stay in .data/ (npm start -- --reset begins anew).')
}

async function buildAll(isWatching: boolean): Promise<void> {
  await bring('build the functions', 'functions')
  if (isWatching) watchPages()
  else await bring('build the pages', 'h5')
}

async function main(): Promise<void> {
  // As in production: a function that relies on the machine's time zone must fail here too.
  process.env.TZ = 'UTC'
  const { reset, port, watch } = readOptions(process.argv.slice(2))
  const data = openDataFolder(inRoot('.data'), { reset })
  process.once('exit', data.release)
  await buildAll(watch)
  const { people, seedDemo } = await import('./demo/index')
  const { demoMiniProgram } = await import('./demo/miniProgram')
  const options = {
    functions: inRoot('dist/cloudfunctions'),
    data: inRoot('.data'),
    database: inRoot('config/database.json'),
    site: inRoot('dist/h5'),
    people,
    miniProgram: demoMiniProgram,
    timers: true,
    log: (line: string) => console.log(line),
  }
  if (data.isNew) seedDemo(options)
  data.keep()
  const cloud = await (port === undefined ? startOnFreePort(options) : startCloud({ ...options, port }))
  endOnSignal(cloud)
  if (watch) await watchFunctionsOf(cloud)
  sayWhereToGo(cloud, people)
}

/** Replaces the immediate end on a signal, once there is something to end. A second signal ends at once. */
function endOnSignal(cloud: Cloud): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal)
  whenAskedToEnd(() => void cloud.stop().then(() => process.exit(0)))
}

// Until the cloud runs, a signal ends at once; `exit` still takes the builds and the lock along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

main().catch((error: unknown) => {
  console.error(error instanceof StartRefusal ? error.message : error)
  process.exit(1)
})
