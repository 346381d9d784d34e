import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { inRoot } from '../../config/root'
import type { CloudOptions } from '../../local/cloud'

/** What the process is told: all of it survives being sent. */
export type CloudOrder = Pick<CloudOptions, 'functions' | 'data' | 'database'>

export interface CloudReady {
  port: number
}

export interface ForkedCloud {
  port: number
  /** From the order until it listens. */
  startMs: number
  /** The most memory that the cloud itself has had, without the functions; NaN where the system does not tell. */
  peakMegabytes(): number
  stop(): Promise<void>
}

export async function forkCloud(order: CloudOrder): Promise<ForkedCloud> {
  const begun = performance.now()
  const child = fork(inRoot('test/bench/cloudProcess.ts'), { execArgv: ['--import', 'tsx'] })
  child.send(order)
  const ended = once(child, 'exit')
  const first = await Promise.race([once(child, 'message'), ended.then(() => undefined)])
  if (!first) throw new Error('The local cloud did not start.')
  return {
    port: (first[0] as CloudReady).port,
    startMs: performance.now() - begun,
    peakMegabytes: () => peakOf(child.pid),
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return NaN
  }
}
