import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers'
import vm from 'node:vm'
import { withGlobal } from '@sinonjs/fake-timers'

/** The JavaScript world of one mini-program: the language itself, what WeChat adds, and nothing of the browser. */
export interface Realm {
  /** Adds globals, as WeChat does before the first line of app.js. */
  provide(globals: Record<string, unknown>): void
  /** Runs a file of the build as a CommonJS module, once. @param file as in `app.js`. */
  run(file: string): unknown
  /** Copies plain data into the realm as JSON, which is how it crosses WeChat's bridge; `instanceof Array` holds there. */
  copyIn<T>(data: T): T
  /** An error of the realm that carries further fields, as the rejections of `wx` do. */
  fault(message: string, fields: object): unknown
  /** A promise of the realm. */
  promise<T>(settle: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void): Promise<T>
  /** Calls back at the realm's next tick. */
  later(callback: () => void): void
  /** The realm's time, ms. */
  now(): number
  /** Lets time pass in the realm, milliseconds; rejects with what a timer threw. */
  pass(duration: number): Promise<void>
  /** True when nothing will happen by the passing of time alone. */
  isIdle(): boolean
  /** Stops all timers. */
  stop(): void
}

// WeChat hands these to every module as parameters without a value, so that `typeof window` is 'undefined'.
const hidden =
  'window document frames self location navigator localStorage history Caches screen alert confirm prompt fetch ' +
  'XMLHttpRequest WebSocket URL DOMParser WeixinJSBridge'

const bootstrap = `({
  copy: (json) => JSON.parse(json),
  fault: (message, fields) => Object.assign(new Error(message), JSON.parse(fields)),
  promise: (settle) => new Promise(settle),
})`

interface Inside {
  copy(json: string): unknown
  fault(message: string, fields: string): unknown
  promise: Realm['promise']
}

type Module = (require: (request: string) => unknown, module: { exports: unknown }, exports: unknown) => void

const scripts = new Map<string, vm.Script>()

/** @param build absolute path of the WeChat output. */
export const createRealm = (build: string): Realm => {
  const context = createContext()
  const globals = vm.runInContext('globalThis', context) as typeof globalThis
  const inside = vm.runInContext(bootstrap, context) as Inside
  const clock = installClock(globals)
  const modules = new Map<string, { exports: unknown }>()

  const run = (file: string): unknown => {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const wrapped = scriptOf(build, file).runInContext(context) as Module
    wrapped((request) => run(resolve(file, request)), module, module.exports)
    return module.exports
  }

  return {
    run,
    provide: (added) => void Object.assign(globals, added),
    copyIn: <T>(data: T) => (data === undefined ? data : (inside.copy(JSON.stringify(data)) as T)),
    fault: (message, fields) => inside.fault(message, JSON.stringify(fields)),
    promise: inside.promise,
    later: (callback) => void clock.setTimeout(callback, 0),
    now: () => clock.now,
    pass: async (duration) => {
      await clock.tickAsync(duration)
    },
    isIdle: () => clock.countTimers() === 0,
    stop: () => clock.reset(),
  }
}

/** No `eval` and no `new Function`, as in WeChat. */
const createContext = () =>
  vm.createContext({ WebAssembly: undefined }, { codeGeneration: { strings: false, wasm: false } })

/** The realm's time stands still unless the host lets it pass: a test does not wait, and cannot be too early. */
const installClock = (globals: typeof globalThis) => {
  // What the clock itself uses to let promises settle between two timers.
  Object.assign(globals, {
    setTimeout: (callback: () => void) => {
      setImmediate(callback)
      return 0
    },
    clearTimeout: () => undefined,
    setInterval: () => undefined,
    clearInterval: () => undefined,
  })
  return withGlobal(globals).install({
    now: Date.now(),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    // Clearing a timer that never was is no fault.
    shouldClearNativeTimers: true,
  })
}

const scriptOf = (build: string, file: string): vm.Script => {
  const source = path.join(build, file)
  const known = scripts.get(source)
  if (known) return known
  const parameters = ['require', 'module', 'exports', ...hidden.split(' ')].join(', ')
  const code = `(function (${parameters}) {${readFileSync(source, 'utf8')}\n})`
  // A name that is no path: jest would print the whole of a minified file for each error.
  const script = new vm.Script(code, { filename: `wx:${file}` })
  scripts.set(source, script)
  return script
}

const resolve = (from: string, request: string): string => {
  const file = path.posix.join(path.posix.dirname(from), request)
  return file.endsWith('.js') ? file : `${file}.js`
}
