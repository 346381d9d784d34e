import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StartRefusal } from './cloud'

/** The folder in which the demonstration keeps everything; only one process may use it at a time. */
export interface DataFolder {
  /** Nothing is in it yet: demo data is wanted. */
  isNew: boolean
  /** Demo data is complete from now on. Until then the next start begins anew. */
  keep: () => void
  release: () => void
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * @param reset removes what was there
 * @throws {StartRefusal} when another process is using the folder
 */
export function openDataFolder(folder: string, { reset }: { reset: boolean }): DataFolder {
  const owner = path.join(folder, 'process.pid')
  const unfinished = path.join(folder, 'unfinished')
  const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0
  if (pid > 0 && pid !== process.pid && isRunning(pid)) {
    throw new StartRefusal(`ShouWang is already running on these data (process ${pid}). Stop it first.`)
  }
  if (reset || existsSync(unfinished)) rmSync(folder, { recursive: true, force: true })
  const isNew = !existsSync(folder)
  mkdirSync(folder, { recursive: true })
  if (isNew) writeFileSync(unfinished, '')
  writeFileSync(owner, String(process.pid))
  return {
    isNew,
    keep: () => rmSync(unfinished, { force: true }),
    release: () => rmSync(owner, { force: true }),
  }
}
