import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'

/** A file of one JSON value a line, which only ever grows. A line that was added is there after the process is killed. */
export interface LineFile<T> {
  /** What was there when the file was opened, oldest first. */
  readonly lines: T[]
  add(line: T): void
}

export function openLineFile<T>(file: string): LineFile<T> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  // Half a line is left by a process that was killed while writing it; the next line must not be glued to it.
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  return {
    lines: whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T),
    add: (line) => appendFileSync(file, `${JSON.stringify(line)}\n`),
  }
}
