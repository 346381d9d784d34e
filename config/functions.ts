import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import {
  build,
  context,
  formatMessages,
  type BuildFailure,
  type BuildOptions,
  type Message,
  type Plugin,
} from 'esbuild'
import { done, failed, type Outcome } from './outcome'
import { inRoot } from './root'

const source = inRoot('cloudfunctions')
const output = inRoot('dist/cloudfunctions')

/** What a function's folder brings along beside its code: its dependencies, and its timeout and triggers. */
const companions = ['package.json', 'config.json']

/** A folder with an index.ts is a function; `kernel` has none and is bundled into each. */
export function functionNames(folder = source): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'index.ts')))
    .sort()
}

function optionsFor(names: string[]): BuildOptions {
  return {
    entryPoints: names.map((name) => ({ in: path.join(source, name, 'index.ts'), out: `${name}/index` })),
    outdir: output,
    tsconfig: inRoot('tsconfig.json'),
    bundle: true,
    platform: 'node',
    // The newest Node.js that CloudBase offers to functions.
    target: 'node18',
    format: 'cjs',
    // CloudBase installs it from the function's package.json; the local cloud resolves it from here.
    external: ['wx-server-sdk'],
    sourcemap: 'linked',
    logLevel: 'silent',
  }
}

function copyCompanions(names: string[]): void {
  for (const name of names) {
    mkdirSync(path.join(output, name), { recursive: true })
    for (const file of companions) copyFileSync(path.join(source, name, file), path.join(output, name, file))
  }
}

/** Bundles of functions that are no more. The others are overwritten in place: somebody may be calling them. */
function removeOthers(names: string[]): void {
  for (const name of readdirSync(output).filter((found) => !names.includes(found))) {
    rmSync(path.join(output, name), { recursive: true })
  }
}

/** The first thing wrong with the folders themselves, which esbuild would not see. */
function faultIn(names: string[]): string | undefined {
  if (names.length === 0) return 'No function: no folder of cloudfunctions/ has an index.ts.'
  for (const name of names) {
    const missing = companions.find((file) => !existsSync(path.join(source, name, file)))
    if (missing) return `cloudfunctions/${name} has no ${missing}.`
  }
  return undefined
}

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && 'errors' in error

async function describe(errors: Message[], warnings: Message[]): Promise<string> {
  const parts = [
    ...(await formatMessages(errors, { kind: 'error' })),
    ...(await formatMessages(warnings, { kind: 'warning' })),
  ]
  return parts.join('')
}

/** Bundles every function into dist/cloudfunctions/<name>, each able to be uploaded alone. A warning fails, too. */
export async function buildFunctions(): Promise<Outcome> {
  const names = functionNames()
  const fault = faultIn(names)
  if (fault) return failed(fault)
  try {
    const { warnings } = await build(optionsFor(names))
    if (warnings.length > 0) return failed(await describe([], warnings))
  } catch (error) {
    if (!isBuildFailure(error)) throw error
    return failed(await describe(error.errors, error.warnings))
  }
  copyCompanions(names)
  removeOthers(names)
  return done(`${names.length} functions: ${names.join(', ')}`)
}

/**
 * Builds again whenever a file changes, until stopped. A function that is added is seen at the next start.
 * @param onBuilt is told after each build, with esbuild's messages when it failed.
 */
export async function watchFunctions(onBuilt: (fault?: string) => void): Promise<{ stop(): Promise<void> }> {
  const names = functionNames()
  const tell: Plugin = {
    name: 'tell',
    setup: (bundler) => {
      bundler.onEnd(async ({ errors, warnings }) => {
        if (errors.length > 0) {
          onBuilt(await describe(errors, warnings))
          return
        }
        copyCompanions(names)
        onBuilt()
      })
    },
  }
  const watching = await context({ ...optionsFor(names), plugins: [tell] })
  await watching.watch()
  return { stop: () => watching.dispose() }
}
