import { indexAreas, type AreaIndex } from '@contract/assessment'
import type { Day } from '@contract/calendar'
import type { ListNotice } from '@contract/riskAreas'
import type { RiskArea } from '@contract/riskLevels'
import { editions, type InForceDocument } from '@kernel/assessment/editionDocuments'
import { idInForce, inForceOf } from '@kernel/assessment/inForce'
import { collection } from '@kernel/cloud'
import { findPlace } from '@kernel/places'
import type { Context } from '@kernel/serve'
import { isOverBy } from './changeRules'

/** A list as anybody may see it: without those who signed it. */
export interface ShownList {
  id: string
  number: number
  source: ListNotice['source']
  effectiveFrom: Date
  areas: readonly RiskArea[]
  index: AreaIndex
}

/** At most so many offices have published anything. */
const OFFICES = 1000

// What an edition says never changes, and everybody asks for the same one.
let remembered: ShownList | undefined

/** The list that applies at a place; without a place, the one that came into force last. Two database requests, warm one. */
export async function shownList(place: string | null, context: Context): Promise<ShownList | null> {
  const id = place === null ? await newestOfAll(context.now) : await listAt(place, context)
  if (id === null) return null
  remembered = remembered?.id === id ? remembered : await readList(id)
  return remembered
}

async function listAt(place: string, { now }: Context): Promise<string | null> {
  const found = await findPlace(place, now)
  return found && idInForce('riskList', found.at, now)
}

async function newestOfAll(now: Date): Promise<string | null> {
  const { data } = await collection<InForceDocument>('inForce')
    .where({ kind: 'riskList' })
    .limit(OFFICES)
    .get()
  return (
    inForceOf(
      data.flatMap(({ published }) => published),
      now,
    )?.id ?? null
  )
}

async function readList(id: string): Promise<ShownList> {
  const { data: list } = await editions('riskList').doc(id).get()
  if (!list) throw new Error('an edition in force is not there')
  const { number, source, effectiveFrom, areas } = list
  return { id, number: number ?? 0, source, effectiveFrom, areas, index: indexAreas(areas) }
}

export const noticeOf = ({ number, source, effectiveFrom, areas }: ShownList, today: Day): ListNotice => ({
  number,
  source,
  effectiveFrom: effectiveFrom.toISOString(),
  areas: areas.filter((area) => !isOverBy(today, area)).length,
})
