'use strict'

/**
 * What a function finds under a name that is no path. Its own packages come first, as everywhere on Node; beyond them
 * it finds what the cloud has for everybody: the SDK, and its own folder.
 */
const Module = require('node:module')
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { fileURLToPath, pathToFileURL } = require('node:url')
const { loadFromBundle } = require('./lentSdk.cjs')

const sdk = 'wx-server-sdk'
const lentSdk = require.resolve(sdk)

/** Of older ones, 1.8.3, 2.0.1 and 2.1.2 speak only to an address that is built in; 2.6.3 would not have to be replaced. */
const oldestPointable = 3

const unreachable =
  'tcb-admin-node speaks only to an address that is built in: use wx-server-sdk or @cloudbase/node-sdk'

/**
 * Makes `require` find them in this process.
 *
 * @param {{ name: string, folder: string }} definition
 * @param {string} bundle the lent SDK in one file
 * @param {(sentence: string) => void} remark told what the function's author should know
 */
function openRequire({ name, folder }, bundle, remark) {
  loadFromBundle(lentSdk, bundle)
  const resolveFilename = Module._resolveFilename
  Module._resolveFilename = function (request, ...rest) {
    if (request === 'tcb-admin-node') throw new Error(unreachable)
    try {
      const found = resolveFilename.call(this, request, ...rest)
      if (request !== sdk || !isTooOld(found)) return found
      remark(
        `ships ${sdk} ${versionOf(found)}, and those before 3 may not reach the local cloud: it is lent a newer one`,
      )
      return lentSdk
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error
      if (request === sdk) return lentSdk
      if (request !== name && !request.startsWith(`${name}/`)) throw error
      return resolveFilename.call(this, join(folder, request.slice(name.length)), ...rest)
    }
  }
}

/** The same for `import`, which resolves in a thread of its own; the folder is on the path of `require` only. */
function openImport() {
  Module.register(pathToFileURL(join(__dirname, 'importHooks.mjs')))
}

/** @type {import('node:module').ResolveHook} */
async function resolveImport(request, context, next) {
  if (request === 'tcb-admin-node') throw new Error(unreachable)
  if (request !== sdk) return next(request, context)
  const lent = () => next(request, { ...context, parentURL: pathToFileURL(__filename).href })
  const found = await next(request, context).catch(lent)
  return isTooOld(fileURLToPath(found.url)) ? lent() : found
}

function isTooOld(file) {
  return Number.parseInt(versionOf(file) ?? '', 10) < oldestPointable
}

/** The version of the SDK that a file belongs to; undefined where it has no package.json. */
function versionOf(file) {
  const folder = join('node_modules', sdk)
  const root = file.slice(0, file.lastIndexOf(folder) + folder.length)
  try {
    return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

module.exports = { openImport, openRequire, resolveImport }
