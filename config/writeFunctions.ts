import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { OutputFile } from 'esbuild'
import { companions, output, source } from './functionPaths'

/**
 * Writes what was bundled of these functions, with what their folders bring along, and removes whatever else is there. Files
 * are overwritten in place, and only where they differ: somebody may be calling the functions.
 *
 * @returns the functions that are others now, or no more
 */
export function writeFunctions(names: string[], bundled: readonly OutputFile[]): string[] {
  const beside = names.flatMap((name) => companions.map((file) => path.join(name, file)))
  const files = new Map<string, Uint8Array>([
    ...bundled.map((file) => [path.relative(output, file.path), file.contents] as const),
    ...beside.map((file) => [file, readFileSync(path.join(source, file))] as const),
  ])
  const written = [...files].filter(([file, contents]) => writeIfChanged(path.join(output, file), contents))
  const touched = [...written.map(([file]) => file), ...removeOthers(names, files)]
  return [...new Set(touched.map((file) => file.split(path.sep)[0] as string))].sort()
}

function writeIfChanged(file: string, contents: Uint8Array): boolean {
  if (existsSync(file) && readFileSync(file).equals(contents)) return false
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, contents)
  return true
}

function removeOthers(names: string[], files: ReadonlyMap<string, unknown>): string[] {
  const strangers = readdirSync(output).filter((found) => !names.includes(found))
  const left = names.flatMap((name) =>
    readdirSync(path.join(output, name)).map((file) => path.join(name, file)),
  )
  const others = [...strangers, ...left.filter((file) => !files.has(file))]
  for (const name of others) rmSync(path.join(output, name), { recursive: true })
  return others
}
