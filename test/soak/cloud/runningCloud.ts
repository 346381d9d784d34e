import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { inRoot } from '../../../config/root'
import type { CloudNews, CloudOrder, CloudState } from './cloudProcess'
import { functionsWithClock } from '../../support/functionsWithClock'

/** What is the same before and after the cloud is killed. */
export interface RunningCloud {
  /** 0 while it has never run. */
  port: number
  /** What it keeps, and what it printed. */
  data: string
  printed: string
  /** What it took when it was started last, once it had settled. */
  megabytesAtStart: number
  /** The clock of the cloud and its functions. */
  now(): Date
  turnClock(milliseconds: number): void
  /** How far off it has been at most. */
  furthest: number
  start(how?: { timers: boolean }): Promise<void>
  tell(order: Exclude<CloudOrder, { order: 'state' | 'stop' }>): void
  /** `collected`: after everything was given back that nobody uses, which takes its time. */
  state(how: { collected: boolean }): Promise<CloudState>
  /** How often it has ended without having been told to. */
  deaths: number
  /** As the system does when it needs the memory; resolves when it is gone. */
  kill(): Promise<void>
  /** Processes of functions, at most so many; answers how many there were. */
  killWorkers(most: number, pick: (among: number) => number): number
  /** Politely. */
  stop(): Promise<void>
}

/** @param folder a new one, in which everything of the run lies */
export function cloudIn(folder: string, { timers }: { timers: boolean }): RunningCloud {
  const clock = join(folder, 'clock')
  const data = join(folder, 'data')
  const printed = join(folder, 'cloud.log')
  mkdirSync(data, { recursive: true })
  writeFileSync(clock, '0')
  const functions = functionsWithClock(join(folder, 'functions'), { follow: clock })
  const log = createWriteStream(printed, { flags: 'a' })
  let child: ChildProcess | undefined
  let offset = 0
  const running = (): ChildProcess => {
    if (!child) throw new Error('the cloud does not run')
    return child
  }
  const end = async (how: (running: ChildProcess) => void): Promise<void> => {
    const ended = child
    if (!ended) return
    const gone = once(ended, 'exit')
    child = undefined
    how(ended)
    await gone
  }
  return {
    ...{ port: 0, data, printed, megabytesAtStart: 0, deaths: 0, furthest: 0 },
    now: () => new Date(Date.now() + offset),
    turnClock(milliseconds) {
      offset = milliseconds
      this.furthest = Math.max(this.furthest, milliseconds)
      writeFileSync(clock, String(milliseconds))
    },
    async start(how = { timers }) {
      const words = [functions, data, clock, String(this.port), how.timers ? 'timers' : '']
      const execArgv = ['--expose-gc', '--import', 'tsx']
      const started = fork(inRoot('test/soak/cloud/cloudProcess.ts'), words, {
        execArgv,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })
      child = started
      child.stdout?.pipe(log, { end: false })
      child.stderr?.pipe(log, { end: false })
      child.once('exit', () => {
        if (child !== started) return
        child = undefined
        this.deaths += 1
      })
      const died = once(child, 'exit').then(() => undefined)
      const [news] = ((await Promise.race([once(child, 'message'), died])) ?? []) as [CloudNews?]
      if (!news || !('port' in news)) throw new Error(`the cloud did not start; ${printed} says why`)
      this.port = news.port
      this.megabytesAtStart = (await this.state({ collected: true })).megabytes
    },
    // Whoever is not there is told nothing.
    tell: (order) => void child?.send(order),
    async state({ collected }) {
      const told = once(running(), 'message')
      running().send({ order: 'state', collected } satisfies CloudOrder)
      return ((await told) as [CloudState])[0]
    },
    kill: () => end((ended) => ended.kill('SIGKILL')),
    killWorkers(most, pick) {
      const workers = childrenOf(child?.pid)
      const doomed = Array.from({ length: Math.min(most, workers.length) }, () =>
        workers.splice(pick(workers.length), 1),
      ).flat()
      for (const worker of doomed) killIfThere(worker)
      return doomed.length
    },
    stop: () => end((ended) => ended.send({ order: 'stop' } satisfies CloudOrder)),
  }
}

/** By what the system says of its processes. */
function childrenOf(parent: number | undefined): number[] {
  if (parent === undefined) return []
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [pid, ppid, name] = line.trim().split(/\s+/)
    // The TypeScript loader has a process as well.
    return Number(ppid) === parent && !/esbuild|^ps$/.test(name ?? '') ? [Number(pid)] : []
  })
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
  }
}
