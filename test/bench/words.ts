import { parseArgs } from 'node:util'
import type { BenchOptions } from './table'

/** What the command line asks for. */
export interface BenchWords {
  options: BenchOptions
  /** The names of the sections to be run, in the order of the list. */
  sections: string[]
  /** A file of an earlier run, to be compared with. */
  against?: string
}

const usage = 'npm run bench -- [--full] [--only NAME[,NAME]] [--peer DIR] [--against FILE]'

/**
 * Reads the words behind `npm run bench --`. The section `peer` is run only with a peer, and then without being named.
 *
 * @param names of all sections there are
 * @throws {Error} whose message says in a sentence what is wrong
 */
export function readWords(words: string[], names: readonly string[]): BenchWords {
  const { full = false, only, peer, against } = parsed(words)
  const wanted = only === undefined ? names : only.split(',').filter((name) => name !== '')
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined || wanted.length === 0)
    throw new Error(`There is no section ${unknown ?? 'without a name'}: ${names.join(', ')}.`)
  if (peer === undefined && only !== undefined && wanted.includes('peer'))
    throw new Error('Of whom the section peer is: name a folder with --peer DIR.')
  const sections = names.filter((name) => (name === 'peer' ? peer !== undefined : wanted.includes(name)))
  return { options: { full, peer }, sections, against }
}

function parsed(args: string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
  try {
    return parseArgs({ args, options: { full: flag, only: text, peer: text, against: text } }).values
  } catch (error) {
    throw new Error(`${(error as Error).message} Usage: ${usage}`, { cause: error })
  }
}
