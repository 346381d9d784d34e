import { PassThrough } from 'node:stream'
import { once } from 'node:events'
import { readLines } from '../../../local/functions/printedLines'

async function linesOf(...chunks: (string | Buffer)[]): Promise<string[]> {
  const stream = new PassThrough()
  const lines: string[] = []
  readLines(stream, (line) => lines.push(line))
  for (const chunk of chunks) stream.write(chunk)
  stream.end()
  await once(stream, 'end')
  return lines
}

describe('printed lines', () => {
  it('are put together over chunks', async () => {
    expect(await linesOf('a', 'b\nc', '\n')).toEqual(['ab', 'c'])
  })

  it('keep a character that two chunks share', async () => {
    const bytes = Buffer.from('守望\n')
    expect(await linesOf(bytes.subarray(0, 2), bytes.subarray(2))).toEqual(['守望'])
  })

  it('end as on Windows, too, and may be empty', async () => {
    expect(await linesOf('a\r\n\r\nb\n')).toEqual(['a', '', 'b'])
  })

  it('are handed on without an end when there is nothing more', async () => {
    expect(await linesOf('a\nb')).toEqual(['a', 'b'])
  })

  it('are cut when they are too long, and the next one is whole', async () => {
    const [first, second] = await linesOf('x'.repeat(8_000), `${'x'.repeat(8_000)}\nshort\n`)
    expect([first?.length, second]).toEqual([10_000, 'short'])
  })
})
