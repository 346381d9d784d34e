/** Deeper values would overflow the stack of whatever walks them; MongoDB stops at 100 too. */
const deepest = 100

/** Keys that reach an object's prototype when they are used as a path. */
const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype'])

export type Parsed = { ok: true; value: unknown } | { ok: false; reason: string }

/** JSON from outside: parsed, and refused when it nests deeper than 100 levels. */
export function parseJson(text: string): Parsed {
  return parse(text, () => false)
}

/** The same for what becomes a filter, an update or a document: a key, or a part of a dotted key, never names a prototype. */
export function parseFields(text: string): Parsed {
  return parse(
    text,
    (key) =>
      prototypeKeys.has(key) || (key.includes('.') && key.split('.').some((part) => prototypeKeys.has(part))),
  )
}

function parse(text: string, isForbidden: (key: string) => boolean): Parsed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, reason: 'not valid JSON' }
  }
  const reason = faultIn(value, isForbidden)
  return reason === undefined ? { ok: true, value } : { ok: false, reason }
}

/** Walks level by level instead of recursing: the depth is what is in doubt. */
function faultIn(root: unknown, isForbidden: (key: string) => boolean): string | undefined {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return `nested deeper than ${deepest} levels`
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      if (Array.isArray(value)) {
        for (const item of value) next.push(item)
        continue
      }
      for (const [key, item] of Object.entries(value)) {
        if (isForbidden(key)) return `the key ${key} is not allowed`
        next.push(item)
      }
    }
    level = next
  }
  return undefined
}

/** Whether a value is an object with keys: no array, no null, no date. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
