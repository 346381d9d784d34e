import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/** A longer line is cut: whoever prints without end must not fill the memory of the cloud. */
const longestLine = 10_000

/** Hands on what is printed, line by line; the last one also without its end. */
export function readLines(stream: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8')
  let open = ''
  const take = (text: string): void => {
    open = (open + text).slice(0, longestLine)
  }
  stream.on('data', (chunk: Buffer) => {
    const [first = '', ...others] = decoder.write(chunk).split(/\r?\n/)
    take(first)
    for (const next of others) {
      onLine(open)
      open = next.slice(0, longestLine)
    }
  })
  stream.on('end', () => {
    take(decoder.end())
    if (open !== '') onLine(open)
  })
}
