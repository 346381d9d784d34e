import { now as clock } from '../clock'
import { forgetPlaces } from '../places'
import { agreeCases } from './agreeCases'
import { agreeHouseholds } from './agreeHouseholds'
import { agreePeople } from './agreePeople'
import { agreePlaces } from './agreePlaces'
import { relocations, type Relocation } from './relocation'
import { afterPage, firstStep, isSettled, type Page } from './relocationRules'

const AT_ONCE = 200

/** Continues what edits of the tree have left to be done, whoever has waited longest first, for so many milliseconds. */
export async function relocateDue(now: Date, milliseconds: number): Promise<void> {
  const until = new Date(now.getTime() + milliseconds)
  const { data } = await relocations.orderBy('turnAt', 'asc').limit(AT_ONCE).get()
  for (const relocation of data) {
    if (clock() >= until) return
    await relocate(relocation, until)
  }
}

/** The same for one node. */
export async function relocateNode(id: string, milliseconds: number): Promise<void> {
  const { data: relocation } = await relocations.doc(id).get()
  if (relocation) await relocate(relocation, new Date(clock().getTime() + milliseconds))
}

/**
 * Goes on with a sweep until it has seen everything or time is up. It may end anywhere, and another may do the same beside
 * it: whatever it has not noted as seen is looked at once more, and what already agrees is left alone.
 */
async function relocate(found: Relocation, until: Date): Promise<void> {
  let relocation = begun(found, clock())
  if (!(await note(relocation))) return
  while (clock() < until) {
    const page = await agreePage(relocation)
    const { progress, isOver } = afterPage(relocation, page)
    if (isOver) return end(progress)
    relocation = progress
    // Steps of a page or less are done again sooner than noted.
    if (page.last !== null && !(await note(relocation))) return
  }
  await note(relocation)
}

const begun = (relocation: Relocation, now: Date): Relocation => {
  const isAtStart = relocation.after === '' && relocation.step === firstStep(relocation.level)
  return { ...relocation, turnAt: now, beganAt: isAtStart ? now : relocation.beganAt }
}

const agreePage = (relocation: Relocation): Promise<Page> => {
  if (relocation.step === 'cases') return agreeCases(relocation)
  if (relocation.step === 'people') return agreePeople(relocation)
  if (relocation.step === 'households') return agreeHouseholds(relocation)
  return agreePlaces(relocation, relocation.step)
}

/** False when the node has been edited again: then this sweep is for nothing, and the new one has begun. */
async function note({ _id, since, ...progress }: Relocation): Promise<boolean> {
  const { stats } = await relocations.where({ _id, since }).update({ data: progress })
  return stats.updated === 1
}

async function end(relocation: Relocation): Promise<void> {
  forgetPlaces()
  const { _id, since } = relocation
  if (isSettled(relocation)) {
    await relocations.where({ _id, since }).remove()
  } else {
    await note({ ...relocation, step: firstStep(relocation.level), after: '', changed: 0 })
  }
}
