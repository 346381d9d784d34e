import { createRequire } from 'node:module'
import { whenAskedToEnd } from './ending'
import { readCloudOptions } from './server/commandLine'
import { startCloud } from './server/startCloud'
import { StartRefusal } from './startRefusal'

export type { Person } from './desk/person'
export type { MiniProgram } from './wechat/wechat'
export type { RequestEntry, RequestLog } from './protocol/requestLog'
export { PortTaken } from './server/listen'
export { startCloud, type CallAnswer, type Cloud, type CloudOptions } from './server/startCloud'
export { StartRefusal } from './startRefusal'

async function main(): Promise<void> {
  // The cloud's clock runs on UTC: a function that relies on the machine's time zone must fail here too.
  process.env.TZ = 'UTC'
  const cloud = await startCloud({
    ...readCloudOptions(process.argv.slice(2)),
    timers: true,
    log: (line) => console.log(line),
  })
  whenAskedToEnd(() => void cloud.stop())
  for (const [name, value] of Object.entries(cloud.secrets)) console.log(`${name}: ${value}`)
  const names = Object.keys(cloud.countInstances())
  console.log(`Functions: ${names.join(', ') || 'none; each is a folder with an index.js'}`)
  console.log(`The local cloud listens on ${cloud.origin}`)
}

// WeChat's types, which are global, give `require` no `main`.
if (createRequire(__filename).main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof StartRefusal ? error.message : error)
    process.exitCode = 1
  })
}
