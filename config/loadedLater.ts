import path from 'node:path'
import { build, type BuildOptions, type OutputFile, type Plugin } from 'esbuild'

/** What is imported with `import()`, as files of its own. */
interface Part {
  name: string
  files: OutputFile[]
  /** What it was made of. */
  sources: string[]
}

async function bundle(file: string, options: BuildOptions): Promise<Part> {
  const { name } = path.parse(file)
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [{ in: file, out: name }],
    // As deep as a function's folder: source maps name sources from there.
    outdir: path.join(options.outdir ?? '', 'later'),
    write: false,
    metafile: true,
  })
  return { name, files: outputFiles, sources: Object.keys(metafile.inputs).map((one) => path.resolve(one)) }
}

/**
 * What a function imports with `import()` becomes a file beside its `index.js`, and is loaded when the function comes to it.
 * Both are whole in themselves: what both use they have twice, so it must keep nothing in mind. Needs `metafile` and
 * `write: false`.
 *
 * @param options how such a file is bundled
 */
export const loadedLater = (options: BuildOptions): Plugin => ({
  name: 'loaded later',
  setup(bundler) {
    const parts = new Map<string, Promise<Part>>()
    bundler.onStart(() => parts.clear())
    bundler.onResolve({ filter: /^(\.|@kernel)/ }, async ({ path: wanted, importer, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const found = await bundler.resolve(wanted, { importer, kind: 'import-statement', resolveDir })
      if (found.errors.length > 0) return found
      const { name } = path.parse(found.path)
      if (!parts.has(name)) parts.set(name, bundle(found.path, options))
      const { sources } = await (parts.get(name) as Promise<Part>)
      return { path: `./${name}.js`, external: true, watchFiles: sources }
    })
    bundler.onEnd(async ({ metafile, outputFiles }) => {
      const made = new Map((await Promise.all(parts.values())).map((part) => [`./${part.name}.js`, part]))
      for (const [output, { imports }] of Object.entries(metafile?.outputs ?? {}))
        for (const { path: name } of imports)
          outputFiles?.push(...(made.get(name)?.files ?? []).map((file) => beside(output, file)))
    })
  },
})

const beside = (output: string, file: OutputFile): OutputFile => ({
  ...file,
  path: path.resolve(path.dirname(output), path.basename(file.path)),
})
