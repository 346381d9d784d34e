import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { StartRefusal } from '../startRefusal'
import { readTimer, type TimerDeclaration } from '../timers/schedule'

/** A cloud function as its folder declares it. */
export interface FunctionDefinition {
  name: string
  /** Absolute. */
  folder: string
  timeoutSeconds: number
  memoryMegabytes: number
  secrets: SecretDeclaration[]
  timer?: TimerDeclaration
}

/** A random value that a function finds in its environment. */
export interface SecretDeclaration {
  name: string
  bytes: number
  /** Whether a person has to know it: it is printed when the cloud starts. */
  shown: boolean
}

const secret = v.object({
  name: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{0,63}$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024)),
  shown: v.optional(v.boolean(), false),
})

/** WeChat's config.json, with its defaults (3 s, 256 MB) and its most (60 s); `secrets` is the local cloud's own. */
const config = v.object({
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.toMaxValue(60)), 3),
  memorySize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(64), v.maxValue(3072)), 256),
  secrets: v.optional(v.array(secret), []),
  triggers: v.optional(v.unknown()),
})

/**
 * The functions in a folder: every folder in it that has an index.js, ordered by name.
 *
 * @param log told what is wrong in a config.json and therefore left out: one careless function must not keep the others down
 * @throws {StartRefusal} when the folder is not there or secrets are declared wrongly
 */
export function readDefinitions(
  folder: string,
  log: (line: string) => void = () => undefined,
): FunctionDefinition[] {
  if (!existsSync(folder)) throw new StartRefusal(`There is no folder of functions at ${folder}.`)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => existsSync(join(folder, entry.name, 'index.js')))
    .map((entry) => readDefinition(entry.name, resolve(folder, entry.name), log))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

function readDefinition(name: string, folder: string, log: (line: string) => void): FunctionDefinition {
  const file = join(folder, 'config.json')
  const { timeout, memorySize, secrets, triggers } = readConfig(file, log)
  const timer = readTimer(triggers, (sentence) => log(`${file} ${sentence}`))
  return { name, folder, timeoutSeconds: timeout, memoryMegabytes: memorySize, secrets, timer }
}

function readConfig(file: string, log: (line: string) => void): v.InferOutput<typeof config> {
  const json = existsSync(file) ? parseJson(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) : {}
  if (json === undefined) log(`${file} is not valid JSON. The defaults are used.`)
  const fields = new Map(Object.entries(json ?? {}))
  const checked = v.safeParse(config, Object.fromEntries(fields))
  if (checked.success) return checked.output
  for (const issue of checked.issues) {
    const sentence = `${file} is wrong at ${v.getDotPath(issue)}: ${issue.message}.`
    const key = String(issue.path?.[0].key)
    if (key === 'secrets') throw new StartRefusal(sentence)
    log(`${sentence} The default is used.`)
    fields.delete(key)
  }
  return v.parse(config, Object.fromEntries(fields))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
