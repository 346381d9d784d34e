'use strict'

/**
 * Loads the SDK from its bundle, together with what V8 made of it before: four hundred files need not be looked for, and
 * nothing of them compiled, each time that a function's process starts.
 */
const { createHash, randomUUID } = require('node:crypto')
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const { dirname } = require('node:path')
const { Script } = require('node:vm')

/**
 * Makes `require` take the bundle for the SDK's own file; under which names that is found is not decided here. Where there is
 * no bundle (a cache may be emptied at any moment) the SDK is loaded from its own files.
 *
 * @param {string} sdk the SDK's own file
 * @param {string} bundle all of the SDK in one file
 */
function loadFromBundle(sdk, bundle) {
  const load = Module._extensions['.js']
  Module._extensions['.js'] = (module, file) => {
    const code = file === sdk ? read(bundle) : undefined
    return code ? run(module, file, bundle, code) : load(module, file)
  }
}

function run(module, file, bundle, code) {
  const compiled = `${bundle}.${environment()}`
  const cachedData = read(compiled)
  const script = new Script(Module.wrap(code.toString('latin1')), { filename: bundle, cachedData })
  const body = script.runInThisContext()
  body.call(module.exports, module.exports, Module.createRequire(file), module, file, dirname(file))
  if (!cachedData || script.cachedDataRejected) write(compiled, script.createCachedData())
}

/** V8 takes back only what the same V8 has made under the same options. */
function environment() {
  const { arch, execArgv, version } = process
  return createHash('sha256')
    .update([version, arch, ...execArgv].join(' '))
    .digest('hex')
    .slice(0, 16)
}

function read(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** Whole, because others may be reading it; or not at all: the next process makes it. */
function write(file, content) {
  const unfinished = `${file}.${randomUUID()}`
  try {
    writeFileSync(unfinished, content)
    renameSync(unfinished, file)
  } catch {
    rmSync(unfinished, { force: true })
  }
}

module.exports = { loadFromBundle }
