import { randomUUID } from 'node:crypto'
import type { CallTokens } from './callTokens'
import type { FunctionDefinition } from './definition'
import { callEnvironment, workerEnvironment } from './environment'
import { Instance, type WorkerCall } from './instance'
import { failed, type Outcome } from './outcome'
import { Pool } from './pool'
import type { Secrets } from './secrets'

/** Enough to keep two cores busy with functions that wait for the database; each costs some 20 MB. */
const instancesPerFunction = 8

/** Who calls and by which way; see CallOrigin. */
export interface Caller {
  openid?: string
  source: string
}

export interface FunctionsOptions {
  definitions: FunctionDefinition[]
  secrets: Secrets
  tokens: CallTokens
  /** Where the functions reach the cloud, such as `http://127.0.0.1:8080`. */
  cloudAddress: string
  log: (line: string) => void
}

/** All functions of the cloud, ready to be called. */
export class Functions {
  private readonly pools: ReadonlyMap<string, { definition: FunctionDefinition; pool: Pool }>

  constructor(private readonly options: FunctionsOptions) {
    this.pools = new Map(
      options.definitions.map((definition) => [
        definition.name,
        { definition, pool: this.createPool(definition) },
      ]),
    )
  }

  get names(): string[] {
    return [...this.pools.keys()]
  }

  /**
   * Calls a function and logs that it was called: name, action, outcome, duration; never the event or who called.
   *
   * @param event what survives JSON
   */
  async call(name: string, event: Record<string, unknown>, caller: Caller): Promise<Outcome> {
    const started = performance.now()
    const found = this.pools.get(name)
    const outcome = found
      ? await found.pool.run(this.describeCall(found.definition, event, caller))
      : failed('functionNotFound', 'FunctionName parameter could not be found.')
    const verdict = outcome.ok ? 'ok' : `${outcome.failure.errCode} ${outcome.failure.code}`
    const duration = Math.round(performance.now() - started)
    this.options.log(`${found ? name : 'unknown function'}${actionIn(event)} ${verdict} ${duration} ms`)
    return outcome
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.values()].map(({ pool }) => pool.stop()))
  }

  private createPool(definition: FunctionDefinition): Pool {
    const { secrets, tokens, cloudAddress, log } = this.options
    const environment = { ...workerEnvironment(cloudAddress), ...secrets.of(definition) }
    return new Pool({
      largest: instancesPerFunction,
      start: () => new Instance(definition, environment, (line) => log(`${definition.name} | ${line}`)),
      loadEnvironment: () => callEnvironment({ function: definition.name, source: 'load' }, tokens),
    })
  }

  private describeCall(
    definition: FunctionDefinition,
    event: Record<string, unknown>,
    caller: Caller,
  ): WorkerCall {
    return {
      event: JSON.stringify(event),
      context: {
        request_id: randomUUID(),
        function_name: definition.name,
        function_version: '$LATEST',
        memory_limit_in_mb: definition.memoryMegabytes,
        time_limit_in_ms: definition.timeoutSeconds * 1000,
      },
      environment: callEnvironment({ function: definition.name, ...caller }, this.options.tokens),
    }
  }
}

/** The event's action when it looks like a name: anything else could be a person's data. */
function actionIn({ action }: Record<string, unknown>): string {
  return typeof action === 'string' && /^[A-Za-z.]{1,40}$/.test(action) ? ` ${action}` : ''
}
