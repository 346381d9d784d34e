import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { StartRefusal } from '../startRefusal'
import type { FunctionDefinition, SecretDeclaration } from './definition'

/** The values of declared secrets: made once for a data directory, the same for every function that names them. */
export interface Secrets {
  /** Environment variables of one function. */
  of(definition: FunctionDefinition): Record<string, string>
  /** Those that a person has to know. */
  shown: Record<string, string>
}

/**
 * Reads `secrets.json` in the data directory and adds to it what is declared and missing (random, base64url).
 *
 * @throws {StartRefusal} when the file is damaged: new secrets would make sealed data unreadable for ever
 */
export function openSecrets(directory: string, definitions: FunctionDefinition[]): Secrets {
  const file = join(directory, 'secrets.json')
  const known = existsSync(file) ? readKnown(file) : {}
  const declared = definitions.flatMap(({ secrets }) => secrets)
  const values = { ...Object.fromEntries(declared.map(({ name, bytes }) => [name, draw(bytes)])), ...known }
  if (Object.keys(values).length > Object.keys(known).length)
    writeOwnerOnly(file, JSON.stringify(values, null, 2))
  const pick = (secrets: SecretDeclaration[]) =>
    Object.fromEntries(secrets.map(({ name }) => [name, values[name] ?? '']))
  return {
    of: ({ secrets }) => pick(secrets),
    shown: pick(declared.filter(({ shown }) => shown)),
  }
}

/**
 * Writes other values for secrets that a data directory has. No cloud may be running on it.
 *
 * @throws {StartRefusal} when the file is damaged
 */
export function changeSecrets(directory: string, change: (value: string, name: string) => string): void {
  const file = join(directory, 'secrets.json')
  const known = Object.entries(readKnown(file)).map(([name, value]) => [name, change(value, name)])
  writeOwnerOnly(file, JSON.stringify(Object.fromEntries(known), null, 2))
}

function readKnown(file: string): Record<string, string> {
  try {
    return v.parse(v.record(v.string(), v.string()), JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new StartRefusal(
      `${file} is damaged; without it nobody can read what was sealed in this data directory.`,
    )
  }
}

function draw(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

/** Written beside and renamed, so that a crash leaves the old file or the new one: a lost key makes sealed data unreadable. */
function writeOwnerOnly(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
