/** The local cloud of a soak, in a process of its own: whoever started it kills it, fills its disk, and turns its clock. */
import { startCloud, type Cloud } from '../../../local/cloud'
import { demoMiniProgram } from '../../../local/demo/miniProgram'
import type { Consents } from '../../../local/wechat/consents'
import { inRoot } from '../../../config/root'
import { setDisk, watchDisk } from './fullDisk'
import { follow } from '../../support/otherClock.cjs'

/** What its parent tells it. */
export type CloudOrder =
  | { order: 'disk'; full: boolean }
  | { order: 'contentCheck'; away: boolean }
  | { order: 'messages'; away: boolean }
  | { order: 'state'; collected: boolean }
  | { order: 'stop' }

/** What it answers: once where it listens, and its state when it is asked. */
export type CloudNews = { port: number } | CloudState

export interface CloudState {
  megabytes: number
  /** Of all functions. */
  instances: number
}

const say = (news: CloudNews): void => void process.send?.(news)

const away = () => {
  throw new Error('WeChat is away')
}

function obey(cloud: Cloud, order: CloudOrder, usual: Consents): void {
  const { wechat } = cloud
  if (order.order === 'disk') setDisk(order.full)
  if (order.order === 'contentCheck')
    wechat.words = order.away ? [{ word: '', suggest: 'away' }] : demoMiniProgram.words
  if (order.order === 'messages')
    Object.assign(wechat, { consents: order.away ? { ...usual, use: away } : usual })
  if (order.order === 'stop') void cloud.stop().then(() => process.exit())
  if (order.order !== 'state') return
  if (order.collected) globalThis.gc?.()
  const instances = Object.values(cloud.countInstances()).reduce((sum, count) => sum + count, 0)
  const megabytes = Math.round(process.memoryUsage.rss() / 1024 / 1024)
  say({ megabytes, instances })
}

async function main([
  functions = '',
  data = '',
  clock = '',
  port = '0',
  timers = '',
]: string[]): Promise<void> {
  process.env.TZ = 'UTC'
  follow(clock)
  watchDisk()
  const cloud = await startCloud({
    ...{ functions, data, database: inRoot('config/database.json'), port: Number(port) },
    ...{ miniProgram: demoMiniProgram, strictIndexes: true, timers: timers === 'timers' },
    warmth: { spareMs: 3_000, lastMs: 20_000 },
    log: (line) => console.log(line),
  })
  const usual = cloud.wechat.consents
  process.on('message', (order) => obey(cloud, order as CloudOrder, usual))
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  say({ port: cloud.port })
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
