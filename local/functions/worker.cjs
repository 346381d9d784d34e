'use strict'

/**
 * The inside of a function's process. Plain CommonJS, so that the function runs on plain Node as in the cloud,
 * with no TypeScript loader in between.
 *
 * Told `{ kind: 'load', definition, sdk, environment }` once and then `{ kind: 'call', event, context, environment }` for each
 * call, one at a time; answers each with `result` (JSON text), `failure` or `tooLarge`, and may say `remark`, `crash` or `outOfMemory`.
 */
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')
const { inspect } = require('node:util')
const { getHeapStatistics } = require('node:v8')
const { openImport, openRequire } = require('./resolution.cjs')

const memorySampledEveryMs = 100
const say = process.send.bind(process)

/** @type {(event: unknown, context: unknown, callback?: (error: unknown, result: unknown) => void) => unknown} */
let main
let memoryLimit = Infinity
/** @type {string[]} */
let lastCallsVariables = []

process.on('message', async (message) => {
  say(await answer(message))
})
// Ctrl-C in a terminal goes to every process of the group; the cloud decides when this one ends.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
process.on('uncaughtException', (error) => {
  console.error(error)
  say({ kind: 'crash', message: describe(error) }, () => process.exit(1))
})

async function answer(message) {
  setEnvironment(message.environment)
  try {
    if (message.kind === 'load') return await begin(message)
    const result = await invoke(withUserInfo(JSON.parse(message.event)), message.context)
    if (isFull()) return { kind: 'outOfMemory' }
    const text = JSON.stringify(result) ?? 'null'
    return Buffer.byteLength(text) > message.largestResult
      ? { kind: 'tooLarge' }
      : { kind: 'result', result: text }
  } catch (error) {
    console.error(error)
    return { kind: 'failure', message: describe(error) }
  }
}

async function begin({ definition, sdk }) {
  memoryLimit = definition.memoryMegabytes * 1024 * 1024
  openRequire(definition, sdk, (text) => say({ kind: 'remark', text }))
  main = await load(definition.folder)
  setInterval(() => isFull() && say({ kind: 'outOfMemory' }), memorySampledEveryMs).unref()
  return { kind: 'result', result: 'null' }
}

/**
 * Node's memory limit counts no Buffers; in the cloud they fill the same container. Looked at now and then, and when a
 * call ends: a function that never lets go of the processor is not interrupted.
 */
function isFull() {
  return getHeapStatistics().external_memory > memoryLimit
}

/** A function may answer by its return value or, when it takes a third argument, by calling that. */
function invoke(event, context) {
  if (main.length < 3) return main(event, context)
  return new Promise((resolve, reject) => {
    const returned = main(event, context, (error, result) => (error ? reject(error) : resolve(result)))
    if (returned !== undefined) resolve(returned)
  })
}

/**
 * WeChat adds a `userInfo` to the event of a call from a phone (guide/functions/userinfo). It is a field like the others:
 * a function that stores or answers its event has it in there, and many delete it first. Phones send profiles under the
 * same name; whose they are is never theirs to say.
 */
function withUserInfo(event) {
  const { WX_OPENID: openId, WX_APPID: appId } = process.env
  return openId === undefined ? event : { ...event, userInfo: { ...event.userInfo, appId, openId } }
}

function describe(thrown) {
  const isBareObject = typeof thrown === 'object' && !(thrown instanceof Error)
  return isBareObject ? inspect(thrown, { breakLength: Infinity }) : String(thrown)
}

async function load(folder) {
  const loaded = await requireOrImport(folder)
  const handler = loaded.main ?? loaded.default?.main
  if (typeof handler !== 'function') throw new Error('index.js exports no function named main')
  return handler
}

/** Refused by `require`: an ES module on Node before 20.19, one that awaits at its top, one whose import is lent. */
const needsImport = new Set(['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE', 'ERR_MODULE_NOT_FOUND'])

async function requireOrImport(folder) {
  const file = join(folder, 'index.js')
  if (!isModule(folder)) {
    try {
      return require(file)
    } catch (error) {
      if (!needsImport.has(error?.code)) throw error
    }
  }
  openImport()
  return import(pathToFileURL(file).href)
}

function isModule(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).type === 'module'
  } catch {
    return false
  }
}

/** What one call was given must not be seen by the next. */
function setEnvironment(variables) {
  for (const name of lastCallsVariables) delete process.env[name]
  Object.assign(process.env, variables)
  lastCallsVariables = Object.keys(variables)
}
