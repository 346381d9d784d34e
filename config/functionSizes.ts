import path from 'node:path'
import type { Metafile } from 'esbuild'
import { output } from './functionPaths'
import { root } from './root'

/** The most that a function loads when it starts, in KB of 1,024 bytes, without the SDK: whoever calls first waits for it. */
export const MOST = 150

const LARGEST = 5
const KB = 1024

interface FunctionSize {
  name: string
  bytes: number
  /** What it is made of, the largest first. */
  modules: { name: string; bytes: number }[]
}

const isStart = (file: string): boolean => path.basename(file) === 'index.js'

/** What each function loads when it starts: not what it loads later, and not the SDK. */
export const sizesOf = ({ outputs }: Pick<Metafile, 'outputs'>): FunctionSize[] =>
  Object.entries(outputs)
    .filter(([file]) => isStart(file))
    .map(([file, { bytes, inputs }]) => ({
      name: path.relative(output, path.resolve(root, path.dirname(file))),
      bytes,
      modules: Object.entries(inputs)
        .map(([name, { bytesInOutput }]) => ({
          name: name.replace(/^.*node_modules\//, ''),
          bytes: bytesInOutput,
        }))
        .sort((one, other) => other.bytes - one.bytes),
    }))

const inKilobytes = (bytes: number): string => (bytes / KB).toFixed(1)

/** What to say of each function that is too large. */
export const complaintsAbout = (sizes: readonly FunctionSize[]): string[] =>
  sizes
    .filter(({ bytes }) => bytes > MOST * KB)
    .map(({ name, bytes, modules }) => {
      const largest = modules.slice(0, LARGEST).map((one) => `${one.name} ${inKilobytes(one.bytes)} KB`)
      const excess = inKilobytes(bytes - MOST * KB)
      return `${name} has ${inKilobytes(bytes)} KB, ${excess} KB too much. Largest: ${largest.join('; ')}.`
    })
