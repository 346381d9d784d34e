/** A local cloud in a process of its own: what is measured does not share a thread with whoever measures. */
import { startCloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import type { CloudOrder, CloudReady } from './forkedCloud'

/** No instance is started anew while its function is not being measured. */
const warmth = { spareMs: 1_800_000, lastMs: 3_600_000 }

process.once('message', (order: CloudOrder) => {
  void startCloud({ ...order, port: 0, miniProgram: demoMiniProgram, warmth }).then((cloud) => {
    process.on('disconnect', () => void cloud.stop())
    const ready: CloudReady = { port: cloud.port }
    process.send?.(ready)
  })
})
