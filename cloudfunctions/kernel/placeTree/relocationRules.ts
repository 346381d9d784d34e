import type { Level } from '@contract/roles'
import { levelsBelow } from './treeRules'

/** A sweep goes down the levels, so that each node finds the one above it in order; then who lives there, then cases. */
export type Step = Level | 'people' | 'households' | 'cases'

/** An instance remembers a place for a minute, and what it then does takes at most one more. */
const FORGOTTEN_AFTER_MS = 120_000

export const firstStep = (level: Level): Step => level

export const stepsOf = (level: Level, reach: 'places' | 'everything'): Step[] => {
  const places: Step[] = [level, ...levelsBelow(level)]
  return reach === 'places' ? places : [...places, 'people', 'households', 'cases']
}

interface Progress {
  level: Level
  reach: 'places' | 'everything'
  step: Step
  after: string
  changed: number
}

/** One page of a step: the last id in it, null when the step has no more, and how many were changed. */
export interface Page {
  last: string | null
  changed: number
}

/** How a sweep stands after a page, and whether it has now seen everything. */
export const afterPage = <P extends Progress>(
  progress: P,
  { last, changed }: Page,
): { progress: P; isOver: boolean } => {
  const counted = { ...progress, changed: progress.changed + changed }
  if (last !== null) return { progress: { ...counted, after: last }, isOver: false }
  const steps = stepsOf(progress.level, progress.reach)
  const next = steps[steps.indexOf(progress.step) + 1]
  return next
    ? { progress: { ...counted, step: next, after: '' }, isOver: false }
    : { progress: counted, isOver: true }
}

/** Whether a sweep that has seen everything need not be followed by another. */
export const isSettled = ({
  since,
  beganAt,
  changed,
}: {
  since: Date
  beganAt: Date
  changed: number
}): boolean => changed === 0 && beganAt.getTime() - since.getTime() >= FORGOTTEN_AFTER_MS
