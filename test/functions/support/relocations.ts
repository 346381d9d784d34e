import type { Case } from '@kernel/caseEvents'
import type { Relocation } from '@kernel/placeTree/relocation'
import { answered, type Community } from './community'
import { asIntruder } from './intruder'

const withDates = (_key: string, value: unknown) => {
  const { $date } = (value ?? {}) as { $date?: number }
  return $date === undefined ? value : new Date($date)
}

/** The documents of a collection that match, as they are stored. */
const stored = <T>(community: Community, name: string, filter: Record<string, unknown>): T[] =>
  asIntruder(community, (store) =>
    store.find(name, { filter }).map((text) => JSON.parse(text, withDates) as T),
  )

export function storedCase(community: Community, id: string): Case {
  const [found] = stored<Case>(community, 'cases', { _id: id })
  if (!found) throw new Error(`there is no case ${id}`)
  return found
}

export const relocationOf = (community: Community, place: string): Relocation | undefined =>
  stored<Relocation>(community, 'relocations', { _id: place })[0]

/** As if a place had been edited so many minutes before. */
export function minutesAfterEditing(community: Community, place: string, minutes: number): void {
  const relocation = relocationOf(community, place)
  if (!relocation) throw new Error(`nothing has to follow ${place}`)
  const since = new Date(relocation.since.getTime() - minutes * 60_000)
  asIntruder(community, (store) =>
    store.update('relocations', { _id: place }, { $set: { since } }, { multi: false }),
  )
}

/** The first page of what somebody has to do. */
export const casesOf = async (community: Community, openid: string): Promise<string[]> =>
  answered(await community.as(openid).inbox.list({})).items.map(({ id }) => id)
