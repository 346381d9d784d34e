import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build, formatMessages, type BuildFailure, type BuildOptions, type Message } from 'esbuild'
import { done, failed, type Outcome } from './outcome'
import { inRoot } from './root'

export const source = inRoot('cloudfunctions')
export const output = inRoot('dist/cloudfunctions')

/** What a function's folder brings along beside its code: its dependencies, and its timeout and triggers. */
export const companions = ['package.json', 'config.json']

/** A folder with an index.ts is a function; `kernel` has none and is bundled into each. */
export function functionNames(folder = source): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'index.ts')))
    .sort()
}

/** How esbuild bundles these functions. */
export function optionsFor(names: string[]): BuildOptions {
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

/**
 * Removes the bundles of functions that are no more. The others are overwritten in place: somebody may be calling them.
 *
 * @returns their names
 */
export function removeOthers(names: string[]): string[] {
  const others = readdirSync(output).filter((found) => !names.includes(found))
  for (const name of others) rmSync(path.join(output, name), { recursive: true })
  return others
}

/** The first thing wrong with the folders themselves, which esbuild would not see. */
export function faultIn(names: string[]): string | undefined {
  if (names.length === 0) return 'No function: no folder of cloudfunctions/ has an index.ts.'
  for (const name of names) {
    const missing = companions.find((file) => !existsSync(path.join(source, name, file)))
    if (missing) return `cloudfunctions/${name} has no ${missing}.`
  }
  return undefined
}

const isBuildFailure = (error: unknown): error is BuildFailure => error instanceof Error && 'errors' in error

/** What esbuild has to say, as its command line would print it. */
export async function describe(errors: Message[], warnings: Message[]): Promise<string> {
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
