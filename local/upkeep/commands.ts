import type { AlteredCase } from '@contract/upkeep'
import { resealAll, verifyAll, type Asked } from './asking'
import { addNewKeys, removeOlderKeys } from './keys'

/** What a command does with the data: ask the functions that run on them, or change their keys. */
export interface Folder {
  /** Runs `work` against the functions. */
  withFunctions: <T>(work: (asked: Asked) => Promise<T>) => Promise<T>
  path: string
}

type Say = (line: string) => void

const meanings: Record<AlteredCase['what'], string> = {
  entry: 'does not follow from the one before it',
  missingEntry: 'is missing',
  status: 'is the last one, and the status of the case does not follow from it',
  content: 'is the last one, and the case is not as it left it',
}

/** Whether no case has been altered. */
export async function verify({ withFunctions }: Folder, say: Say): Promise<boolean> {
  const { verified, altered, first } = await withFunctions(verifyAll)
  if (first) say(`ALTERED: case ${first.case}: entry ${first.entry} (from 0) ${meanings[first.what]}`)
  say(`${verified} cases verified, ${altered} altered`)
  return altered === 0
}

/** Whether the older keys are no longer needed. */
export async function reseal({ withFunctions }: Folder, say: Say): Promise<boolean> {
  const { key, changed, unreadable, first } = await withFunctions(resealAll)
  say(`${changed} documents sealed anew; no text is sealed by another key than ${key}`)
  if (first)
    say(
      `BUT ${unreadable} documents hold a text that no key opens, the first ${first.collection}/${first.id}`,
    )
  return unreadable === 0
}

/** New keys; everything sealed is sealed anew; then the old ones are removed. Interrupted, it goes on when run again. */
export async function rotate(folder: Folder, say: Say): Promise<boolean> {
  addNewKeys(folder.path)
  if (!(await reseal(folder, say))) {
    say('The older keys are kept.')
    return false
  }
  removeOlderKeys(folder.path)
  say('The older keys are removed.')
  return true
}
