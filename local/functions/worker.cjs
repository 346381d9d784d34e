'use strict'

/**
 * The inside of a function's worker. Plain CommonJS, so that the function runs on plain Node as in the cloud,
 * with no TypeScript loader in between.
 *
 * Told `{ kind: 'load', environment }` once and then `{ kind: 'call', event, context, environment }` for each call, one at a
 * time; answers each with `{ ok: true, result }` (JSON text) or `{ ok: false, message }`.
 */
const Module = require('node:module')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')
const { inspect } = require('node:util')
const { parentPort, workerData } = require('node:worker_threads')

/** @type {(event: unknown, context: unknown, callback?: (error: unknown, result: unknown) => void) => unknown} */
let main
/** @type {string[]} */
let lastCallsVariables = []

lendTheSdk()
parentPort.on('message', async (message) => {
  parentPort.postMessage(await answer(message))
})

async function answer(message) {
  setEnvironment(message.environment)
  try {
    if (message.kind === 'load') {
      main = await load(join(workerData.folder, 'index.js'))
      return { ok: true, result: 'null' }
    }
    const result = await invoke(withUserInfo(JSON.parse(message.event)), message.context)
    return { ok: true, result: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    console.error(error)
    return { ok: false, message: describe(error) }
  }
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
 * WeChat gives the event of a call from a phone a `userInfo` (guide/functions/userinfo), and many functions read the
 * openid there. It cannot be enumerated: a function that answers or stores its event sees what the caller sent.
 */
function withUserInfo(event) {
  const { WX_OPENID: openId, WX_APPID: appId } = process.env
  if (openId !== undefined && !('userInfo' in event))
    Object.defineProperty(event, 'userInfo', { value: { openId, appId } })
  return event
}

function describe(thrown) {
  const isBareObject = typeof thrown === 'object' && !(thrown instanceof Error)
  return isBareObject ? inspect(thrown, { breakLength: Infinity }) : String(thrown)
}

async function load(file) {
  const loaded = await requireOrImport(file)
  const handler = loaded.main ?? loaded.default?.main
  if (typeof handler !== 'function') throw new Error('index.js exports no function named main')
  // A thread has no time zone of its own: in the cloud this would work, here it does nothing.
  if (process.env.TZ !== undefined) console.warn(`sets TZ to ${process.env.TZ}, but local times stay in UTC`)
  return handler
}

/** Refused by `require`: an ES module on Node before 20.19, one that awaits at its top, one whose import is lent. */
const needsImport = new Set(['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE', 'ERR_MODULE_NOT_FOUND'])

async function requireOrImport(file) {
  try {
    return require(file)
  } catch (error) {
    if (!needsImport.has(error?.code)) throw error
    lendTheSdkToImports()
    return import(pathToFileURL(file).href)
  }
}

/** What one call was given must not be seen by the next. */
function setEnvironment(variables) {
  for (const name of lastCallsVariables) delete process.env[name]
  Object.assign(process.env, variables)
  lastCallsVariables = Object.keys(variables)
}

/** In the cloud the SDK is there for every function; a folder that has none of its own gets this project's. */
function lendTheSdk() {
  const resolveFilename = Module._resolveFilename
  Module._resolveFilename = function (request, ...rest) {
    try {
      return resolveFilename.call(this, request, ...rest)
    } catch (error) {
      if (request === 'wx-server-sdk' && error.code === 'MODULE_NOT_FOUND')
        return require.resolve('wx-server-sdk')
      throw error
    }
  }
}

/** The same for `import`, which resolves in a thread of its own and so is given the way back to this file. */
function lendTheSdkToImports() {
  const hook = `export const resolve = (request, context, next) =>
    next(request, context).catch((error) => {
      if (request !== 'wx-server-sdk') throw error
      return next(request, { ...context, parentURL: ${JSON.stringify(pathToFileURL(__filename).href)} })
    })`
  Module.register(`data:text/javascript,${encodeURIComponent(hook)}`)
}
