import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { build, formatMessages, type BuildFailure, type BuildOptions, type Message } from 'esbuild'
import { companions, output, source } from './functionPaths'
import { loadedLater } from './loadedLater'
import { done, failed, type Outcome } from './outcome'
import { packedRegions } from './packedRegions'
import { inRoot } from './root'
import { writeFunctions } from './writeFunctions'

/** A folder with an index.ts is a function; `kernel` has none and is bundled into each. */
export function functionNames(folder = source): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'index.ts')))
    .sort()
}

const bundling: BuildOptions = {
  outdir: output,
  tsconfig: inRoot('tsconfig.json'),
  bundle: true,
  platform: 'node',
  // The newest Node.js that CloudBase offers to functions.
  target: 'node18',
  format: 'cjs',
  // `require`, also of what is loaded later.
  supported: { 'dynamic-import': false },
  // CloudBase installs it from the function's package.json; the local cloud resolves it from here.
  external: ['wx-server-sdk'],
  minify: true,
  // A function and a class say their own name in a trace of the stack; lines are short enough to be found there.
  keepNames: true,
  lineLimit: 160,
  charset: 'utf8',
  sourcemap: 'linked',
  plugins: [packedRegions],
  logLevel: 'silent',
}

/** How esbuild bundles these functions; what it makes is in `outputFiles`. */
export const optionsFor = (names: string[]) => ({
  ...bundling,
  entryPoints: names.map((name) => ({ in: path.join(source, name, 'index.ts'), out: `${name}/index` })),
  plugins: [loadedLater(bundling), packedRegions],
  metafile: true as const,
  write: false as const,
})

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
    const { warnings, outputFiles } = await build(optionsFor(names))
    if (warnings.length > 0) return failed(await describe([], warnings))
    writeFunctions(names, outputFiles)
  } catch (error) {
    if (!isBuildFailure(error)) throw error
    return failed(await describe(error.errors, error.warnings))
  }
  return done(`${names.length} functions: ${names.join(', ')}`)
}
