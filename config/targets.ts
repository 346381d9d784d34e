import { existsSync } from 'node:fs'
import { buildFunctions } from './functions'
import { done, failed, type Outcome } from './outcome'
import { buildPages } from './pages'
import { inRoot, root } from './root'
import { judgeSizes } from './sizes'
import { hashOf, openStamps } from './stamp'

export type TargetName = 'functions' | 'h5' | 'weapp'

interface Target {
  /** Everything that the output depends on. */
  inputs: string[]
  /** A file that is there when the output is. */
  output: string
  build: (onProgress: (text: string) => void) => Promise<Outcome>
  /** Looks at the finished output, whether it was made just now or before. */
  judge?: () => Outcome
}

const always = ['types', 'config', 'tsconfig.json', 'package-lock.json']

const targets: Record<TargetName, Target> = {
  functions: {
    inputs: [...always, 'cloudfunctions'],
    output: 'dist/cloudfunctions',
    build: buildFunctions,
  },
  h5: {
    inputs: [...always, 'src', 'babel.config.js'],
    output: 'dist/h5/index.html',
    build: (onProgress) => buildPages('h5', onProgress),
  },
  weapp: {
    inputs: [...always, 'src', 'babel.config.js'],
    output: 'dist/weapp/app.json',
    build: (onProgress) => buildPages('weapp', onProgress),
    judge: () => judgeSizes(inRoot('dist/weapp')),
  },
}

const stamps = openStamps(inRoot('dist/.stamps.json'))

export const isTargetName = (name: string): name is TargetName => Object.hasOwn(targets, name)
export const targetNames = Object.keys(targets)

/** Says that an output no longer is what a build of its inputs would give. */
export const distrust = (name: TargetName): void => {
  stamps.remove(name)
}

/** Builds a target, whether it is needed or not. */
export async function build(name: TargetName, onProgress: (text: string) => void): Promise<Outcome> {
  const { inputs, output, build: make, judge } = targets[name]
  // Taken first: what is edited while the build runs counts as changed afterwards.
  const hash = hashOf(root, inputs)
  distrust(name)
  const made = await make(onProgress)
  if (!made.ok) return made
  if (!existsSync(inRoot(output))) return failed(`The build ended well but there is no ${output}.`)
  stamps.set(name, hash)
  return judge ? judge() : made
}

/** Builds a target unless its output is there and was made from these very inputs. */
export async function buildIfChanged(name: TargetName, onProgress: (text: string) => void): Promise<Outcome> {
  const { inputs, output, judge } = targets[name]
  const isCurrent = existsSync(inRoot(output)) && stamps.isCurrent(name, hashOf(root, inputs))
  if (!isCurrent) return build(name, onProgress)
  const judged = judge ? judge() : done()
  return judged.ok ? done('unchanged', ...judged.notes) : judged
}
