import { existsSync } from 'node:fs'
import { inRoot } from './root'

/** Adds what stands in `.env`, which stays on the operator's machine, to the environment; what is set there already stays. */
export function readOwnVariables(): void {
  const file = inRoot('.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
