import { randomUUID } from 'node:crypto'
import type { CallTokens } from './callTokens'
import type { FunctionDefinition } from './definition'
import { callEnvironment, workerEnvironment } from './environment'
import { Instance, type WorkerCall } from './instance'
import { failed, type Outcome } from './outcome'
import { Pool, type Warmth } from './pool'
import type { Secrets } from './secrets'

/** Enough to keep two cores busy with functions that wait for the database; each is a process of some 30 MB. */
const instancesPerFunction = 8

const usualWarmth: Warmth = { spareMs: 20_000, lastMs: 300_000 }

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
  /** The file of the SDK that functions are lent. */
  sdk: string
  warmth?: Warmth
  log: (line: string) => void
}

interface Loaded {
  definition: FunctionDefinition
  pool: Pool
}

/** All functions of the cloud, ready to be called. */
export class Functions {
  private loaded: Map<string, Loaded>
  /** Replaced, and perhaps still answering. */
  private retired: Pool[] = []

  constructor(private readonly options: FunctionsOptions) {
    this.loaded = new Map(options.definitions.map((each) => [each.name, this.open(each, options.secrets)]))
  }

  get names(): string[] {
    return [...this.loaded.keys()]
  }

  /** How many instances there are of each function. */
  get sizes(): Record<string, number> {
    return Object.fromEntries([...this.loaded].map(([name, { pool }]) => [name, pool.size]))
  }

  /**
   * Calls a function and logs that it was called: name, action, outcome, duration; never the event or who called.
   *
   * @param event what survives JSON
   */
  async call(name: string, event: Record<string, unknown>, caller: Caller): Promise<Outcome> {
    const started = performance.now()
    const found = this.loaded.get(name)
    const outcome = found
      ? await found.pool.run(this.describeCall(found.definition, event, caller))
      : failed('functionNotFound', 'FunctionName parameter could not be found.')
    const verdict = outcome.ok ? 'ok' : `${outcome.failure.errCode} ${outcome.failure.code}`
    const duration = Math.round(performance.now() - started)
    this.options.log(`${found ? name : 'unknown function'}${actionIn(event)} ${verdict} ${duration} ms`)
    return outcome
  }

  /**
   * Takes these definitions instead of those it had. Calls under way end on the code they began with.
   *
   * @param changed functions whose code is another now; the others keep their warm instances
   */
  reload(definitions: FunctionDefinition[], secrets: Secrets, changed: string[]): void {
    const before = this.loaded
    const keep = (name: string) => (changed.includes(name) ? undefined : before.get(name))
    this.loaded = new Map(definitions.map((each) => [each.name, keep(each.name) ?? this.open(each, secrets)]))
    const replaced = [...before].filter(([name, { pool }]) => this.loaded.get(name)?.pool !== pool)
    for (const [, { pool }] of replaced) pool.retire()
    this.retired = [...this.retired, ...replaced.map(([, { pool }]) => pool)].filter(({ size }) => size > 0)
  }

  async stop(): Promise<void> {
    const pools = [...this.loaded.values()].map(({ pool }) => pool)
    await Promise.all([...pools, ...this.retired].map((pool) => pool.stop()))
  }

  private open(definition: FunctionDefinition, secrets: Secrets): Loaded {
    const { tokens, cloudAddress, sdk, warmth = usualWarmth, log } = this.options
    const { name } = definition
    const environment = { ...workerEnvironment(cloudAddress), ...secrets.of(definition) }
    const remarks = new Set<string>()
    const listener = {
      onLine: (line: string) => log(`${name} | ${line}`),
      onRemark(text: string) {
        if (!remarks.has(text)) log(`${name} | ${text}`)
        remarks.add(text)
      },
    }
    const pool = new Pool({
      largest: instancesPerFunction,
      warmth,
      start: () => new Instance(definition, sdk, environment, listener),
      loadEnvironment: () => callEnvironment({ function: name, source: 'load' }, tokens),
    })
    return { definition, pool }
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
