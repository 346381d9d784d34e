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
const { parentPort, workerData } = require('node:worker_threads')

/** @type {(event: unknown, context: unknown) => unknown} */
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
    const result = await main(JSON.parse(message.event), message.context)
    return { ok: true, result: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    console.error(error)
    return { ok: false, message: String(error) }
  }
}

async function load(file) {
  const loaded = await requireOrImport(file)
  const handler = loaded.main ?? loaded.default?.main
  if (typeof handler !== 'function') throw new Error('index.js exports no function named main')
  return handler
}

async function requireOrImport(file) {
  try {
    return require(file)
  } catch (error) {
    if (error?.code !== 'ERR_REQUIRE_ESM') throw error
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
