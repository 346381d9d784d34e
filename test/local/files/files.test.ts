import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { Files, largestFile } from '../../../local/files/files'

let directory: string
let files: Files
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'files-'))
  files = new Files(directory)
})
afterEach(() => {
  files.close()
  rmSync(directory, { recursive: true })
})

async function* chunks(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part))
}
async function* megabytes(count: number, end?: Error) {
  for (let sent = 0; sent < count; sent += 1) yield await Promise.resolve(Buffer.alloc(1024 * 1024))
  if (end) throw end
}
const stored = () => readdirSync(join(directory, 'contents'))
const reopen = () => {
  files.close()
  files = new Files(directory)
}
const textOf = (path: string) => text(files.read(path)!)

describe('a file', () => {
  it('is read as it was written', async () => {
    await files.write('a', chunks('one ', 'two'))
    expect([files.find('a'), await textOf('a')]).toEqual([
      { size: 7, type: 'application/octet-stream' },
      'one two',
    ])
  })

  it('may be empty', async () => {
    await files.write('a', chunks())
    expect([files.find('a')?.size, await textOf('a')]).toEqual([0, ''])
  })

  it('is replaced by the next of its path, of which alone something stays on disk', async () => {
    await files.write('a', chunks('old'))
    await files.write('a', chunks('new'))
    expect([await textOf('a'), stored().length]).toEqual(['new', 1])
  })

  it('is gone once removed, from disk too', async () => {
    await files.write('a', chunks('text'))
    expect([files.remove('a'), files.remove('a')]).toEqual([true, false])
    expect([files.find('a'), files.read('a'), stored()]).toEqual([undefined, undefined, []])
  })

  it('holds exactly 10 MB and no byte more', async () => {
    expect(await files.write('whole', megabytes(10))).toEqual({ ok: true })
    expect((await buffer(files.read('whole')!)).length).toBe(largestFile)
    const over = { ok: false, reason: 'tooLarge' }
    expect(await files.write('over', chunks(Buffer.alloc(largestFile), 'x'))).toEqual(over)
    expect([files.find('over'), stored().length]).toEqual([undefined, 1])
  })

  it('stays as it was when what should replace it is too large, or breaks off', async () => {
    await files.write('a', chunks('old'))
    await files.write('a', megabytes(11))
    await expect(files.write('a', megabytes(1, new Error('hung up')))).rejects.toThrow('hung up')
    expect([await textOf('a'), stored().length]).toEqual(['old', 1])
  })

  it('is read to its end while it is replaced and removed', async () => {
    await files.write('a', megabytes(3))
    const reading = files.read('a')!
    await files.write('a', chunks('new'))
    files.remove('a')
    expect((await buffer(reading)).length).toBe(3 * 1024 * 1024)
  })

  it('is whole after two uploads to one path at once, and one of the two', async () => {
    await Promise.all([
      files.write('a', chunks('1', '1', '1')),
      files.write('a', chunks('2', '2')),
      files.write('a', chunks('3')),
    ])
    expect(['111', '22', '3']).toContain(await textOf('a'))
    expect(stored()).toHaveLength(1)
  })

  it('is there or not, and never half, after removals during an upload', async () => {
    const writing = files.write('a', megabytes(4))
    const removed = [files.remove('a'), await Promise.resolve().then(() => files.remove('a'))]
    await writing
    expect([removed, files.find('a')?.size]).toEqual([[false, false], 4 * 1024 * 1024])
  })

  it('is kept over a restart', async () => {
    await files.write('a', chunks('text'), 'anna')
    reopen()
    expect(await textOf('a')).toBe('text')
    expect(await files.write('a', chunks('mine'), 'bert')).toEqual({ ok: false, reason: 'notTheOwner' })
  })

  it('that a crash left without an entry is removed at the next start', async () => {
    await files.write('a', chunks('text'))
    writeFileSync(join(directory, 'contents', 'f'.repeat(32)), 'half of someth')
    reopen()
    expect([stored().length, await textOf('a')]).toEqual([1, 'text'])
  })
})

describe('a path', () => {
  it.each(['../../outside', '/outside', 'C:\\outside', 'nul', 'a'.repeat(5000), 'a\0b'])(
    'such as %j is only a key, and never a place on disk',
    async (path) => {
      await files.write(path, chunks('text'))
      expect(await textOf(path)).toBe('text')
      expect(stored()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
      expect(readdirSync(join(directory, '..')).filter((name) => name.includes('outside'))).toEqual([])
    },
  )

  it('differs from another by case, by a dot at the end, by how an accent is written', async () => {
    const names = ['a', 'A', 'a.', 'é', 'e\u0301']
    for (const name of names) await files.write(name, chunks(name))
    expect(await Promise.all(names.map(textOf))).toEqual(names)
  })

  it('is found among 10,000', async () => {
    for (let n = 0; n < 10_000; n += 100) {
      const paths = Array.from({ length: 100 }, (_, more) => `many/${n + more}.txt`)
      await Promise.all(paths.map((path) => files.write(path, chunks(path))))
    }
    reopen()
    expect([stored().length, await textOf('many/9999.txt')]).toEqual([10_000, 'many/9999.txt'])
  })
})

describe('the owner of a file', () => {
  it('may replace it', async () => {
    await files.write('a', chunks('old'), 'anna')
    expect(await files.write('a', chunks('new'), 'anna')).toEqual({ ok: true })
  })

  it('is the only phone that may', async () => {
    await files.write('a', chunks('old'), 'anna')
    expect(await files.write('a', chunks('new'), 'bert')).toEqual({ ok: false, reason: 'notTheOwner' })
    expect([await textOf('a'), stored().length]).toEqual(['old', 1])
  })

  it('is nobody when a function wrote it, and then no phone may', async () => {
    await files.write('a', chunks('old'), 'anna')
    await files.write('a', chunks('new'))
    expect(await files.write('a', chunks('newer'), 'anna')).toEqual({ ok: false, reason: 'notTheOwner' })
  })
})

describe('a copy', () => {
  it('lives on when the original is removed', async () => {
    await files.write('a', chunks('text'))
    expect(await files.copy('a', 'b', { overwrite: false })).toEqual({ ok: true })
    files.remove('a')
    expect([await textOf('b'), stored().length]).toEqual(['text', 1])
  })

  it('needs an original', async () => {
    expect(await files.copy('a', 'b', { overwrite: true })).toEqual({ ok: false, reason: 'missing' })
  })

  it('takes the place of another only where that is wanted', async () => {
    await files.write('a', chunks('a'))
    await files.write('b', chunks('b'))
    expect(await files.copy('a', 'b', { overwrite: false })).toEqual({ ok: false, reason: 'taken' })
    expect(await textOf('b')).toBe('b')
    expect(await files.copy('a', 'b', { overwrite: true })).toEqual({ ok: true })
    expect([await textOf('b'), stored().length]).toEqual(['a', 2])
  })
})

describe('the type of a file', () => {
  it.each([
    ['image/jpeg', '\xff\xd8\xff\xe1\x00\x10Exif'],
    ['image/png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['image/gif', 'GIF89a\x01\x00\x01\x00'],
    ['image/webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
    ['application/octet-stream', 'RIFF\x24\x00\x00\x00WAVEfmt '],
    ['application/octet-stream', '<!doctype html><script>alert(1)</script>'],
    ['application/octet-stream', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['application/octet-stream', ' \xff\xd8\xff'],
    ['application/octet-stream', '\xff\xd8'],
  ])('is %s where the bytes say so: %j', async (type, start) => {
    const bytes = Buffer.from(start, 'latin1')
    await files.write('a.jpg', chunks(bytes.subarray(0, 1), bytes.subarray(1)))
    expect(files.find('a.jpg')?.type).toBe(type)
  })
})
