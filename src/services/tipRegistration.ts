import type { Day } from '@contract/calendar'
import { api } from './api'
import { queryClient } from './queries'
import { readStored, removeStored, writeStored } from './storage'
import { newSubmission } from './submission'

/** What a tip has told of somebody who is to be registered; '' where it is not known. */
export interface KnownFromTip {
  place: string
  door: string
  plate: string
  arrivesOn: Day
}

/** That somebody has been registered, until the tip knows of it. */
interface Registered {
  registration: string
  submission: string
}

const knownKey = (tip: string): string => `tip/${tip}/known`
const registeredKey = (tip: string): string => `tip/${tip}/registered`

/** Leaves it for the form: an address would show it to whoever counts the pages that are opened. */
export const leaveForRegistration = (tip: string, known: KnownFromTip): boolean =>
  writeStored(knownKey(tip), known)

/** What was left, once: from then on it stands in the form. */
export const takeForRegistration = (tip: string): KnownFromTip | undefined => {
  const known = readStored(knownKey(tip)) as KnownFromTip | undefined
  removeStored(knownKey(tip))
  return known
}

export const keepRegistered = (tip: string, registration: string): void =>
  void writeStored(registeredKey(tip), { registration, submission: newSubmission() })

/** Versions of tips that came of telling them, as long as the program runs: to whoever told it they are no news. */
const made = new Map<string, number>()

export const madeByTelling = (tip: string): number[] => {
  const version = made.get(tip)
  return version === undefined ? [] : [version]
}

/** Tells the tip which registration has come of it, as often as it takes; nothing where none is kept. */
export async function tellRegistered(tip: string): Promise<void> {
  const kept = readStored(registeredKey(tip)) as Registered | undefined
  if (!kept) return
  // Any version will do: nothing that happens to the tip meanwhile makes it less true.
  const { registration: to, submission } = kept
  const answer = await api.tips.lead({ case: tip, submission, version: 1, to })
  if (!answer.ok && (answer.error.code === 'offline' || answer.error.code === 'internal')) return
  removeStored(registeredKey(tip))
  if (answer.ok) made.set(tip, answer.data.version)
  await queryClient.invalidateQueries()
}
