import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { templates } from '@contract/messages'
import type { SecretDeclaration } from '../../local/functions/definition'
import { readDefinitions } from '../../local/functions/definition'
import { readDeclaration } from '../../local/server/declaration'
import type { Index, Timer } from './environment'
import type { Mark } from './mark'

/** What the checkout asks of an environment. */
export interface Wanted {
  collections: Record<string, Index[]>
  functions: Record<string, WantedFunction>
  /** Ids that WeChat's console has given to templates of messages, by the variable that holds each. */
  templates: Record<string, string>
  /** Secrets that the operator brings along, to restore data that they have sealed; by name. */
  brought: Record<string, string>
}

export interface WantedFunction {
  mark: Mark
  timeout: number
  memory: number
  timers: Timer[]
  secrets: SecretDeclaration[]
}

type Variables = Record<string, string | undefined>

/** Everything of a built function's folder that is uploaded, in one order. */
export const uploadedFiles = (folder: string): string[] => {
  const loadedLater = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'index.js')
  return ['index.js', 'package.json', 'config.json', ...loadedLater.sort()]
}

/** One of WeChat's interfaces, without which a function tells nobody anything. */
export const SENDING = 'subscribeMessage.send'

/**
 * Reads built functions and the declaration of the database.
 *
 * @throws {StartRefusal} when one of them is not there or not of the right shape
 */
export function readWanted(functions: string, database: string, variables: Variables): Wanted {
  const collections = Object.entries(readDeclaration(database).collections).map(
    ([name, { indexes = [] }]) => [name, indexes.map(asIndex)] as const,
  )
  const definitions = readDefinitions(functions)
  const names = new Set(definitions.flatMap(({ secrets }) => secrets.map(({ name }) => name)))
  return {
    collections: Object.fromEntries(collections),
    functions: Object.fromEntries(
      definitions.map(({ name, folder, timeoutSeconds, memoryMegabytes, secrets, timer }) => [
        name,
        {
          mark: { code: digestOf(folder), interfaces: interfacesOf(folder) },
          timeout: timeoutSeconds,
          memory: memoryMegabytes,
          timers: timer ? [timer] : [],
          secrets,
        },
      ]),
    ),
    templates: given(
      Object.values(templates).map(({ environment }) => environment),
      variables,
    ),
    brought: given([...names], variables),
  }
}

const asIndex = ({ name, keys, unique }: Declared): Index => ({
  name,
  keys: keys.map(([field, direction]) => [field, String(direction)]),
  unique: unique ?? false,
})

interface Declared {
  name: string
  keys: [string, string | number][]
  unique?: boolean
}

function digestOf(folder: string): string {
  const hash = createHash('sha256')
  for (const file of uploadedFiles(folder)) {
    const content = readFileSync(path.join(folder, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex').slice(0, 16)
}

interface Permissions {
  permissions?: { openapi?: string[] }
}

const interfacesOf = (folder: string): string[] => {
  const config = JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8')) as Permissions
  return [...(config.permissions?.openapi ?? [])].sort()
}

const given = (names: string[], variables: Variables): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = variables[name]
      return value ? [[name, value]] : []
    }),
  )
