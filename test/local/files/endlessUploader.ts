import { writeSync } from 'node:fs'
import { Files } from '../../../local/files/files'

/** Writes two files of one letter each, again and again, and says when each was there, until it is killed. */
const [directory = ''] = process.argv.slice(2)
const files = new Files(directory)

async function* parts(letter: string, count: number) {
  for (let sent = 0; sent < count; sent += 1) yield await Promise.resolve(Buffer.alloc(10_000, letter))
}

async function writeForever(path: string): Promise<never> {
  for (let round = 1; ; round += 1) {
    await files.write(path, parts(String(round % 10), 1 + (round % 30)))
    writeSync(1, `${path}\n`)
  }
}

void Promise.all([writeForever('a'), writeForever('b')])
