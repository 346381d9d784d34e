import { readdirSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { context, type BuildContext, type BuildResult, type Plugin } from 'esbuild'
import { companions, source } from './functionPaths'
import { describe, faultIn, functionNames, optionsFor } from './functions'
import { writeFunctions } from './writeFunctions'

/** esbuild would swallow what is thrown here: it is told as a fault. */
export interface WatchListener {
  /** These functions were built anew, added or removed; a build that changed nothing is not told. */
  onBuilt: (changed: string[]) => void
  /** The last good build is still there. */
  onFault: (fault: string) => void
}

/** Builds functions again whenever one of their files changes, or one is added or removed, until stopped. */
export async function watchFunctions(listener: WatchListener): Promise<{ stop(): Promise<void> }> {
  const begin = (names: string[]) => {
    const end = async (result: BuildResult): Promise<void> => {
      const present = functionNames()
      if (String(present) !== String(names)) setImmediate(restart, present)
      else await tell(names, result, listener).catch((bug: unknown) => listener.onFault(inspect(bug)))
    }
    return watch(names, end)
  }
  let watching = begin(functionNames())
  const restart = (names: string[]): void => {
    watching = watching.then((bundler) => bundler.dispose()).then(() => begin(names))
  }
  await watching
  return { stop: async () => (await watching).dispose() }
}

async function watch(names: string[], onEnd: (result: BuildResult) => Promise<void>): Promise<BuildContext> {
  const plugin: Plugin = {
    name: 'tell',
    setup(bundler) {
      // What no import names: the files beside the code, and folders in which a function may appear.
      bundler.onResolve({ filter: /.*/ }, ({ kind, path: file }) => {
        if (kind !== 'entry-point') return undefined
        const watchFiles = companions.map((name) => path.join(file, '..', name))
        return { path: file, watchFiles, watchDirs: folders() }
      })
      bundler.onEnd(onEnd)
    },
  }
  const options = optionsFor(names)
  const bundler = await context({ ...options, plugins: [...options.plugins, plugin] })
  await bundler.watch()
  return bundler
}

function folders(): string[] {
  const inside = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [source, ...inside.map(({ name }) => path.join(source, name))]
}

async function tell(
  names: string[],
  result: BuildResult,
  { onBuilt, onFault }: WatchListener,
): Promise<void> {
  const { errors, warnings, outputFiles = [] } = result
  const fault = faultIn(names) ?? (await describe(errors, warnings))
  if (fault !== '') {
    onFault(fault)
    return
  }
  const changed = writeFunctions(names, outputFiles)
  if (changed.length > 0) onBuilt(changed)
}
