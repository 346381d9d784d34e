import type { Environment } from './environment'
import type { Step } from './steps'

/** A cloud environment that can be looked at and changed. */
export interface Cloud {
  read(): Promise<Environment>
  /** Rejects with what the cloud says, as an error that may have a `code`. */
  apply(step: Step): Promise<void>
}
