import { randomUUID } from 'node:crypto'
import type { Level } from '@contract/roles'
import { answered, type Community } from './community'

/** A compound of the demonstration that no other test has changed: four buildings, an officer and a worker. */
export interface Compound {
  community: string
  grid: string
  id: string
  /** Another grid of the community. */
  other: string
  otherWorker: string
  building(n: 1 | 2 | 3 | 4): string
  /** Who looks after the tree there. */
  officer: ReturnType<Community['as']>['places']
  worker: string
}

const GRIDS = 3

/** Gives another grid's first compound at each call, in the first so many communities. */
export function compoundsOf(community: () => Community, communities = 7): () => Compound {
  let given = 0
  return () => {
    const c = (given % communities) + 1
    const g = Math.floor(given / communities) + 1
    if (g > GRIDS) throw new Error('there are no more compounds')
    given += 1
    const next = (g % GRIDS) + 1
    const grid = `qinghe-${c}-${g}`
    return {
      community: `qinghe-${c}`,
      grid,
      id: `${grid}-1`,
      building: (n) => `${grid}-1-${n}`,
      officer: community().as(`officer-${c}`).places,
      worker: `worker-${c}-${g}`,
      other: `qinghe-${c}-${next}`,
      otherWorker: `worker-${c}-${next}`,
    }
  }
}

export const adding = (place: string, level: Level, name: string) => ({
  submission: randomUUID() as string,
  place,
  level,
  name,
  code: '',
})

export const nodeOf = async (officer: Compound['officer'], place: string) =>
  answered(await officer.node({ place }))

/** The version of a node as it is now. */
export const seen = async (officer: Compound['officer'], place: string) => {
  const { version } = await nodeOf(officer, place)
  return { place, version }
}
