import type { Me } from '@contract/people'
import { copied, hasOtherPosts, isCurrent, linesWith, type CopyLine } from './copyRules'
import { readStored, removeStored, writeStored } from './storage'

// Put in by the build, config/index.ts: an answer that was given to another contract may look different.
declare const CONTRACT_VERSION: string

interface Shelf {
  contract: string
  lines: readonly CopyLine[]
}

export interface Copy {
  answer: unknown
  /** ms, when it was given. */
  at: number
}

const SHELF = 'copies'
const ME = 'people.me {}'

const keyOf = (name: string): string => `copy/${name}`

const put = (lines: readonly CopyLine[]): void => {
  if (lines.length === 0) removeStored(SHELF)
  else writeStored(SHELF, { contract: CONTRACT_VERSION, lines } satisfies Shelf)
}

let known: readonly CopyLine[] | undefined

function lines(): readonly CopyLine[] {
  if (known) return known
  // Written by this file alone, and only under this name.
  const shelf = readStored(SHELF) as Shelf | undefined
  known = shelf?.lines ?? []
  if (shelf && shelf.contract !== CONTRACT_VERSION) forgetCopies()
  return known
}

function shelve(added: CopyLine | undefined): void {
  const { kept, gone } = linesWith(added, lines(), Date.now())
  gone.forEach((name) => removeStored(keyOf(name)))
  known = kept
  put(kept)
}

/** The one name of a question, as `people.me {}`. */
export const copyName = (feature: string, action: string, input: unknown): string =>
  `${feature}.${action} ${JSON.stringify(input)}`

/** What was last answered, as far as it is kept and of the last day. */
export function readCopy(name: string): Copy | undefined {
  const line = lines().find((one) => one.name === name)
  if (!line || !isCurrent(line, Date.now())) return undefined
  const answer = readStored(keyOf(name))
  return answer === undefined ? undefined : { answer, at: line.at }
}

/** Keeps of an answer what a phone may keep, where it may keep any. */
export function keepCopy(name: string, answer: unknown): void {
  const [question = ''] = name.split(' ')
  const reduce = copied[question] as ((answer: unknown) => unknown) | undefined
  if (!reduce) return
  if (name === ME) leaveOldPosts(answer as Me)
  const copy = reduce(answer)
  const size = JSON.stringify(copy).length
  if (writeStored(keyOf(name), copy)) shelve({ name, at: Date.now(), size })
  else forgetCopy(name)
}

/** It is no longer this person's to see. */
export function forgetCopy(name: string): void {
  if (!lines().some((one) => one.name === name)) return
  removeStored(keyOf(name))
  known = lines().filter((one) => one.name !== name)
  put(known)
}

/** Nothing of what was shown stays on the phone. */
export function forgetCopies(): void {
  lines().forEach(({ name }) => removeStored(keyOf(name)))
  known = []
  put(known)
}

/** Takes away what has become too old. */
export const clearOldCopies = (): void => shelve(undefined)

function leaveOldPosts(now: Me): void {
  const before = readCopy(ME)
  if (before && hasOtherPosts(before.answer as Me, now)) forgetCopies()
}
