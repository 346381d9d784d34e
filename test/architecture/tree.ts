import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(__dirname, '../..')

/** The rooms whose files are the product. */
export const sourceFolders = ['src', 'cloudfunctions', 'types', 'local', 'config']

export interface SourceFile {
  /** As it reads from the root, with slashes. */
  path: string
  text: string
}

const isSource = (name: string): boolean => /\.(ts|tsx|js|mjs|cjs|css|scss|html)$/.test(name)

/** Every source file below these folders of a tree; fixtures are nobody's code. */
export function readSources(tree: string, folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(tree, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
      .filter((name) => isSource(name) && !name.includes('/fixtures/'))
      .sort()
      .map((name) => ({ path: name, text: readFileSync(path.join(tree, name), 'utf8') })),
  )
}

/** Gives a temporary folder holding these files, by their paths, to `use`, and removes it. */
export function withTree<Result>(files: Record<string, string>, use: (tree: string) => Result): Result {
  const tree = mkdtempSync(path.join(tmpdir(), 'architecture-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(tree, name)), { recursive: true })
      writeFileSync(path.join(tree, name), text)
    }
    return use(tree)
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}
