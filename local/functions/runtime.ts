import { openSettled } from '../timers/settled'
import { Timers } from '../timers/timers'
import type { CallTokens } from './callTokens'
import { readDefinitions, type FunctionDefinition } from './definition'
import { Functions } from './functions'
import type { Warmth } from './pool'
import { openSecrets } from './secrets'

export interface RuntimeOptions {
  /** The folder of functions. */
  folder: string
  definitions: FunctionDefinition[]
  /** Where secrets are kept, and when timers fired. */
  data: string
  tokens: CallTokens
  /** Where the functions reach the cloud, such as `http://127.0.0.1:8080`. */
  cloudAddress: string
  /** The file of the SDK that functions are lent. */
  sdk: string
  warmth?: Warmth
  log: (line: string) => void
}

/** The functions of a folder with their secrets and timers. */
export class Runtime {
  readonly functions: Functions
  readonly timers: Timers
  /** The secrets that a person has to know, such as the setup code; by name. */
  readonly shownSecrets: Record<string, string>

  constructor(private readonly options: RuntimeOptions) {
    const { definitions, data, log } = options
    const secrets = openSecrets(data, definitions)
    this.shownSecrets = secrets.shown
    this.functions = new Functions({ ...options, secrets })
    this.timers = new Timers({
      definitions,
      settled: openSettled(data),
      now: () => new Date(),
      fire: (name, event) => this.functions.call(name, event, { source: 'wx_trigger' }),
      log,
    })
  }

  /**
   * Reads the folder again: functions that are new can be called, those that are gone cannot.
   *
   * @param changed functions whose code is another now; the others keep their warm instances
   * @throws {StartRefusal} when secrets are declared wrongly; everything stays as it was
   */
  reload(changed: string[]): void {
    const { folder, data, log } = this.options
    const definitions = readDefinitions(folder, log)
    this.functions.reload(definitions, openSecrets(data, definitions), changed)
    this.timers.reload(definitions)
  }

  async stop(): Promise<void> {
    this.timers.stop()
    await this.functions.stop()
  }
}
