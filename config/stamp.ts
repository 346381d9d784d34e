import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What an output was made from: for each target, the hash of its inputs at the last build that went well. */
export interface Stamps {
  isCurrent(target: string, hash: string): boolean
  set(target: string, hash: string): void
  remove(target: string): void
}

/** Every file below a path, which may itself be a file. */
function filesBelow(name: string): string[] {
  if (statSync(name).isFile()) return [name]
  return readdirSync(name)
    .sort()
    .flatMap((entry) => filesBelow(path.join(name, entry)))
}

/**
 * Hash over names and contents, so that copying, checking out or touching a file does not count as a change.
 * @param inputs files and folders, relative to `root`; a missing one throws.
 */
export function hashOf(root: string, inputs: string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesBelow(path.join(root, input)))) {
    const content = readFileSync(file)
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Stamps kept in one JSON file. A file that is missing or damaged only means that everything is built again. */
export function openStamps(file: string): Stamps {
  const read = (): Record<string, unknown> => {
    if (!existsSync(file)) return {}
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    } catch {
      return {}
    }
  }
  const write = (stamps: Record<string, unknown>): void => {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(stamps, null, 2) + '\n')
  }
  return {
    isCurrent: (target, hash) => read()[target] === hash,
    set: (target, hash) => {
      write({ ...read(), [target]: hash })
    },
    remove: (target) => {
      const { [target]: removed, ...others } = read()
      write(others)
    },
  }
}
