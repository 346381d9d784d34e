import { existsSync } from 'node:fs'
import path from 'node:path'
import compiler from 'miniprogram-compiler'
import { lighten } from './lighten'

/** One compiled WXML file: data in, the tree j-component renders out. */
export type Template = (data: unknown) => unknown

export interface Wxml {
  /** @param file path inside the build, as in `pages/home/index.wxml`. */
  template(file: string): Template
}

type Compile = (file: string) => Template | undefined
type Load = (window: object, console: object, modules: object) => Compile

// The compiler's own limit of 1 MiB is less than Taro's templates become.
const outputLimit = 256 * 1024 * 1024
const loaders = new Map<string, Load>()
// The compiled code adds to the prototypes of String, Array and so on when it first runs, and cannot do so twice.
let prototypesAreReady: true | undefined

/**
 * Compiles all WXML of a build with WeChat's own compiler, once for each process.
 * @param build absolute path of the WeChat output.
 * @param warn receives what the templates complain of while they render: a template or import that is not there.
 */
export const loadWxml = (build: string, warn: (message: string) => void): Wxml => {
  const window = { __webview_engine_version__: 0.02 }
  const console = { warn, error: (error: unknown) => warn(String(error)), log: () => undefined }
  const modules = {
    get wxs_nf_init() {
      return prototypesAreReady
    },
    set wxs_nf_init(ready) {
      prototypesAreReady = ready
    },
  }
  const compile = loaderOf(build)(window, console, modules)
  return {
    template: (file) => {
      const template = existsSync(path.join(build, file)) ? compile(file) : undefined
      if (!template) throw new Error(`${file} is not in the build`)
      return template
    },
  }
}

const loaderOf = (build: string): Load => {
  const known = loaders.get(build)
  if (known) return known
  const code = lighten(compiler.wxmlToJs(build, { maxBuffer: outputLimit }))
  // The compiled code keeps its state in globals; as parameters they belong to one phone.
  // oxlint-disable-next-line typescript/no-implied-eval -- the compiler's output is code of the test's own realm
  const load = new Function('window', 'console', '__WXML_GLOBAL__', `var $gwx, $gwn, $gwl;${code}`) as Load
  loaders.set(build, load)
  return load
}
