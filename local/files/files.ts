import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Connection } from '../store/driver'
import { contentTypeOf, telltaleBytes } from './contentType'

/** The most that one file holds, in bytes. */
export const largestFile = 10 * 1024 * 1024

/** A file as it is answered; `size` in bytes. */
export interface FileFacts {
  size: number
  type: string
}

export type WriteOutcome = { ok: true } | { ok: false; reason: 'tooLarge' | 'notTheOwner' }
export type CopyOutcome = { ok: true } | { ok: false; reason: 'missing' | 'taken' }

/** A file's bytes on disk: the random name they are kept under, and what was seen while they were written. */
interface Content extends FileFacts {
  name: string
}

interface Entry extends Content {
  /** The phone that uploaded it; null for a function. */
  owner: string | null
}

/**
 * The cloud storage of one data directory. Paths are only keys in an index: on disk every upload has a random name, so
 * that no path can lead anywhere. The index names a file when all of its bytes are there, and forgets it before they
 * go: what a crash leaves over has no entry, and is removed by the next start.
 */
export class Files {
  readonly #index: Connection
  readonly #contents: string

  /** @param directory of the files alone; made when it is not there */
  constructor(directory: string) {
    this.#contents = join(directory, 'contents')
    mkdirSync(this.#contents, { recursive: true })
    this.#index = new Connection(join(directory, 'index.sqlite'))
    this.#index.execute(`CREATE TABLE IF NOT EXISTS files
      (path TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL, type TEXT NOT NULL, owner TEXT)`)
    this.#removeLeftovers()
  }

  /**
   * Keeps a file, in place of the one that was there. A phone replaces only what it uploaded itself; a function
   * replaces anything (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/storage/security-rules.html).
   * Rejects, and keeps nothing, when the bytes end in an error.
   *
   * @param owner the openid of the phone; none for a function
   */
  async write(path: string, bytes: AsyncIterable<Uint8Array>, owner?: string): Promise<WriteOutcome> {
    const content = await this.#save(bytes)
    if (!content) return { ok: false, reason: 'tooLarge' }
    const previous = this.#find(path)
    if (previous && owner !== undefined && previous.owner !== owner) {
      this.#discard(content)
      return { ok: false, reason: 'notTheOwner' }
    }
    this.#enter(path, { ...content, owner: owner ?? null }, previous)
    return { ok: true }
  }

  /** undefined when there is no such file. */
  find(path: string): FileFacts | undefined {
    const found = this.#find(path)
    return found && { size: found.size, type: found.type }
  }

  /** The bytes as they are now, also when the file is replaced or removed while they are read. */
  read(path: string): Readable | undefined {
    const found = this.#find(path)
    // Opened at once: a moment later the content may be gone.
    return found && createReadStream('', { fd: openSync(this.#place(found), 'r') })
  }

  /** False when there is no such file. */
  remove(path: string): boolean {
    const found = this.#find(path)
    if (!found) return false
    this.#index.run('DELETE FROM files WHERE path = ?', [path])
    this.#discard(found)
    return true
  }

  /** Leaves the owner as it is: copying changes no rights (https://docs.cloudbase.net/storage/copy-file). */
  async copy(from: string, to: string, options: { overwrite: boolean }): Promise<CopyOutcome> {
    const original = this.#find(from)
    if (!original) return { ok: false, reason: 'missing' }
    const copy = { ...original, name: newName() }
    try {
      await copyFile(this.#place(original), this.#place(copy))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      return { ok: false, reason: 'missing' }
    }
    const previous = this.#find(to)
    if (previous && !options.overwrite) {
      this.#discard(copy)
      return { ok: false, reason: 'taken' }
    }
    this.#enter(to, copy, previous)
    return { ok: true }
  }

  close(): void {
    this.#index.close()
  }

  /** Reads what is too large to its end, and keeps nothing of it: the sender then sees the answer, not a broken pipe. */
  async #save(bytes: AsyncIterable<Uint8Array>): Promise<Content | undefined> {
    const name = newName()
    const file = await open(this.#place({ name }), 'wx')
    let size = 0
    let start = Buffer.alloc(0)
    let isWhole = false
    try {
      for await (const chunk of bytes) {
        size += chunk.length
        if (start.length < telltaleBytes) start = Buffer.concat([start, chunk]).subarray(0, telltaleBytes)
        if (size <= largestFile) await file.writeFile(chunk)
      }
      isWhole = size <= largestFile
    } finally {
      await file.close()
      if (!isWhole) this.#discard({ name })
    }
    return isWhole ? { name, size, type: contentTypeOf(start) } : undefined
  }

  #find(path: string): Entry | undefined {
    return this.#index.get('SELECT name, size, type, owner FROM files WHERE path = ?', [path]) as
      Entry | undefined
  }

  #enter(path: string, { name, size, type, owner }: Entry, previous: Content | undefined): void {
    const values = [path, name, size, type, owner]
    this.#index.run('REPLACE INTO files (path, name, size, type, owner) VALUES (?, ?, ?, ?, ?)', values)
    if (previous) this.#discard(previous)
  }

  #discard(content: Pick<Content, 'name'>): void {
    rmSync(this.#place(content), { force: true })
  }

  #place({ name }: Pick<Content, 'name'>): string {
    return join(this.#contents, name)
  }

  #removeLeftovers(): void {
    const known = new Set<string>()
    for (const { name } of this.#index.rows<{ name: string }>('SELECT name FROM files')) known.add(name)
    for (const name of readdirSync(this.#contents)) if (!known.has(name)) this.#discard({ name })
  }
}

function newName(): string {
  return randomBytes(16).toString('hex')
}
