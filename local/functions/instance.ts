import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type { FunctionDefinition } from './definition'
import { failed, stopped, type Outcome } from './outcome'
import { readLines } from './printedLines'

/** Loading a function's code has a limit of its own in the cloud: the first call is not shortened by it. */
const loadLimitSeconds = 20

/** The most a function may answer (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/limits.html). */
const largestResult = 6 * 1024 * 1024

/** One call as the function's process receives it: `event` is JSON text, `environment` its own variables. */
export interface WorkerCall {
  event: string
  context: Record<string, unknown>
  environment: Record<string, string>
}

type WorkerMessage =
  | { kind: 'load'; definition: FunctionDefinition; sdk: string; environment: Record<string, string> }
  | ({ kind: 'call'; largestResult: number } & WorkerCall)

/** What an instance says outside of its answers. */
export interface Listener {
  /** A line that the function printed. */
  onLine(line: string): void
  /** Something the function's author should know; every instance of the function says the same. */
  onRemark(text: string): void
}

/**
 * One running copy of a function, a process of its own: no thread, because one allocation too large in a thread ends
 * the process around it. It serves one call at a time, and is no longer `alive` after a call that took too long, too
 * much memory, or ended the process.
 */
export class Instance {
  alive = true
  private readonly process: ChildProcess
  private finish: ((outcome: Outcome) => void) | undefined

  constructor(
    private readonly definition: FunctionDefinition,
    private readonly sdk: string,
    environment: Record<string, string>,
    private readonly listener: Listener,
  ) {
    this.process = fork(join(__dirname, 'worker.cjs'), [], {
      cwd: definition.folder,
      env: { ...environment, NODE_PATH: definition.folder },
      execArgv: [`--max-old-space-size=${definition.memoryMegabytes}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.process.on('message', (message: unknown) => this.hear(message))
    this.process.on('error', (error) => this.die(failed('executionFailed', error.message)))
    this.process.on('exit', (code, signal) => this.die(this.describeExit(code, signal)))
    this.listen()
  }

  load(environment: Record<string, string>): Promise<Outcome> {
    const tooLong = failed('timedOut', `Loading the function timed out after ${loadLimitSeconds} seconds`)
    const { definition, sdk } = this
    return this.exchange({ kind: 'load', definition, sdk, environment }, loadLimitSeconds, tooLong)
  }

  run(call: WorkerCall): Promise<Outcome> {
    const { timeoutSeconds } = this.definition
    const tooLong = failed('timedOut', `Invoking task timed out after ${timeoutSeconds} seconds`)
    return this.exchange({ kind: 'call', largestResult, ...call }, timeoutSeconds, tooLong)
  }

  /** Resolves when the process is gone. */
  async stop(): Promise<void> {
    this.die(stopped)
    const { exitCode, signalCode, pid } = this.process
    if (pid !== undefined && exitCode === null && signalCode === null) await once(this.process, 'exit')
  }

  private exchange(message: WorkerMessage, limitSeconds: number, tooLong: Outcome): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.die(tooLong), limitSeconds * 1000)
      this.finish = (outcome) => {
        clearTimeout(timer)
        this.finish = undefined
        resolve(outcome)
      }
      // When the process is already gone, its exit answers; when it could not be started, its error.
      if (this.process.pid !== undefined) this.process.send(message, () => undefined)
    })
  }

  private listen(): void {
    // There are none when the machine has no process left to give; Node's types do not know that.
    const streams = [this.process.stdout, this.process.stderr] as (Socket | null | undefined)[]
    for (const stream of streams) {
      if (!stream) continue
      readLines(stream, (line) => this.listener.onLine(line))
      // What the function itself has started may hold them open; the cloud's end does not wait for it.
      stream.unref()
    }
  }

  /** The function's own code can send as well, whatever it likes: what has none of these shapes is not for us. */
  private hear(message: unknown): void {
    const { kind, text, result, message: reason } = Object(message) as Record<string, unknown>
    if (kind === 'remark' && typeof text === 'string') this.listener.onRemark(text)
    if (kind === 'result' && typeof result === 'string') this.finish?.({ ok: true, result })
    if (kind === 'failure' && typeof reason === 'string') this.finish?.(failed('executionFailed', reason))
    if (kind === 'tooLarge')
      this.finish?.(failed('resultTooLarge', 'cloudfunction result size exceed limit (6MB)'))
    if (kind === 'crash' && typeof reason === 'string') this.die(failed('executionFailed', reason))
    if (kind === 'outOfMemory') this.die(this.outOfMemory())
  }

  private die(outcome: Outcome): void {
    if (!this.alive) return
    this.alive = false
    this.finish?.(outcome)
    this.process.kill('SIGKILL')
  }

  /** Node aborts when its heap is full; 134 is how a shell counts that. */
  private describeExit(code: number | null, signal: string | null): Outcome {
    if (signal === 'SIGABRT' || code === 134) return this.outOfMemory()
    return failed('executionFailed', 'the function ended its own process')
  }

  private outOfMemory(): Outcome {
    return failed('executionFailed', `memory limit of ${this.definition.memoryMegabytes} MB exceeded`)
  }
}
