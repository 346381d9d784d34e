'use strict'

/** Other clocks: loaded before anything else in the process of a local cloud or of a function, and put in place of `Date`. */
const { readFileSync } = require('node:fs')

const LOOKED_AT_EVERY_MS = 20
const RealDate = Date

let offset = 0
let lookedAt = -Infinity

function readOffset(file) {
  if (performance.now() - lookedAt < LOOKED_AT_EVERY_MS) return offset
  lookedAt = performance.now()
  offset = Number(readFileSync(file, 'utf8')) || 0
  return offset
}

/** What was made by the true clock stays a Date, and the other way round. */
function take(now) {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, words, newTarget) =>
      Reflect.construct(target, words.length === 0 ? [now()] : words, newTarget),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
  RealDate.prototype.constructor = globalThis.Date
}

exports.follow = (file) => take(() => RealDate.now() + readOffset(file))
exports.stopAt = (instant) => take(() => instant)
