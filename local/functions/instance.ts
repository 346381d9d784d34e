import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FunctionDefinition } from './definition'
import { failed, stopped, type Outcome } from './outcome'

/** Loading a function's code has a limit of its own in the cloud: the first call is not shortened by it. */
const loadLimitSeconds = 20

/** The most a function may answer (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/limits.html). */
const largestResult = 6 * 1024 * 1024

/** One call as the worker receives it: `event` is JSON text, `environment` its own variables. */
export interface WorkerCall {
  event: string
  context: Record<string, unknown>
  environment: Record<string, string>
}

type WorkerMessage = { kind: 'load'; environment: Record<string, string> } | ({ kind: 'call' } & WorkerCall)
type WorkerAnswer = { ok: true; result: string } | { ok: false; message: string }

/**
 * One running copy of a function, in a thread with its own `process.env`. It serves one call at a time, and is no longer
 * `alive` after a call that took too long, too much memory, or ended the thread.
 */
export class Instance {
  alive = true
  private readonly worker: Worker
  private finish: ((outcome: Outcome) => void) | undefined

  constructor(
    private readonly definition: FunctionDefinition,
    environment: Record<string, string>,
    log: (line: string) => void,
  ) {
    this.worker = new Worker(join(__dirname, 'worker.cjs'), {
      workerData: { folder: definition.folder },
      env: environment,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: definition.memoryMegabytes },
      stdout: true,
      stderr: true,
    })
    this.worker.on('message', (answer: WorkerAnswer) => this.finish?.(toOutcome(answer)))
    this.worker.on('error', (error) => this.die(this.describeCrash(error)))
    this.worker.on('exit', () => this.die(failed('executionFailed', 'the function ended its own process')))
    for (const stream of [this.worker.stdout, this.worker.stderr])
      createInterface({ input: stream }).on('line', log)
  }

  load(environment: Record<string, string>): Promise<Outcome> {
    const tooLong = failed('timedOut', `Loading the function timed out after ${loadLimitSeconds} seconds`)
    return this.exchange({ kind: 'load', environment }, loadLimitSeconds, tooLong)
  }

  run(call: WorkerCall): Promise<Outcome> {
    const { timeoutSeconds } = this.definition
    const tooLong = failed('timedOut', `Invoking task timed out after ${timeoutSeconds} seconds`)
    return this.exchange({ kind: 'call', ...call }, timeoutSeconds, tooLong)
  }

  async stop(): Promise<void> {
    this.die(stopped)
    await this.worker.terminate()
  }

  private exchange(message: WorkerMessage, limitSeconds: number, tooLong: Outcome): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.die(tooLong), limitSeconds * 1000)
      this.finish = (outcome) => {
        clearTimeout(timer)
        this.finish = undefined
        resolve(outcome)
      }
      this.worker.postMessage(message)
    })
  }

  private die(outcome: Outcome): void {
    if (!this.alive) return
    this.alive = false
    this.finish?.(outcome)
    void this.worker.terminate()
  }

  private describeCrash(error: Error & { code?: string }): Outcome {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return failed('executionFailed', String(error))
    return failed('executionFailed', `memory limit of ${this.definition.memoryMegabytes} MB exceeded`)
  }
}

function toOutcome(answer: WorkerAnswer): Outcome {
  if (!answer.ok) return failed('executionFailed', answer.message)
  if (Buffer.byteLength(answer.result) <= largestResult) return answer
  return failed('resultTooLarge', 'cloudfunction result size exceed limit (6MB)')
}
