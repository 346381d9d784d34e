import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of somebody else's functions, outside of this project: no package of ours is on its way up. */
export interface StrangersFolder {
  path: string
  /** Text by path inside the folder. */
  write(files: Record<string, string>): void
  remove(path?: string): void
}

export function makeStrangersFolder(): StrangersFolder {
  const path = mkdtempSync(join(tmpdir(), 'shouwang-functions-'))
  return {
    path,
    write(files) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(join(path, name, '..'), { recursive: true })
        writeFileSync(join(path, name), text)
      }
    },
    remove: (name = '') => rmSync(join(path, name), { recursive: true, force: true }),
  }
}
