import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Urgency } from '@contract/cases'
import { RECEIPT_DIGITS } from '@contract/receipts'
import { tipMachine, type TipStatus } from '@contract/tipMachine'
import { TIP_DUE_HOURS } from '@contract/tips'
import { usualTipping } from '@contract/usualTipping'
import { caseContext, opened } from '@kernel/caseEvents'
import { maskPlate } from '@kernel/masking'
import { placeName } from '@kernel/placeDocument'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import { receiptHashes } from '@kernel/tips/receipts'
import { roleThere, theTeller, type TipBody, type TipCase } from '@kernel/tips/tip'
import { demoPlaces } from '../../../local/demo/places'
import type { Community } from './community'
import { insert, stored } from './keeping'
import { place, today } from './registrations'

/** What a test says of a tip; what it leaves out is in order. */
export interface SaidOfTip {
  place?: string
  kind?: string
  words?: string
  where?: string
  plate?: string
  /** A code; any by default. */
  receipt?: string
  rewarded?: boolean
  pictures?: string[]
  openedAt?: Date
  dueAt?: Date
}

export const newReceipt = (): string =>
  Array.from({ length: RECEIPT_DIGITS }, () => String(randomInt(10))).join('')

/** What is stored of a receipt: by the key of that community's letterbox, once there is one; by its own id where there is none. */
export function storedReceipt({ data }: Pick<Community, 'data'>, code: string): string {
  const secrets = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as Record<string, string>
  const { SHOUWANG_RECEIPT_KEY: key } = secrets
  if (!key) return code
  process.env.SHOUWANG_RECEIPT_KEY = key
  return receiptHashes(code)[0]
}

const hour = 3_600_000

/** A tip as it stands there once the letterbox has been emptied. Its sealer is that of the community opened last. */
export function storedTip(community: Pick<Community, 'data'>, said: SaidOfTip = {}): TipCase {
  const { kind = 'unregisteredReturn', words = '外地车牌停在院里', where = '', plate = '' } = said
  const openedAt = said.openedAt ?? new Date()
  const dueAt = said.dueAt ?? new Date(openedAt.getTime() + TIP_DUE_HOURS * hour)
  const there = demoPlaces.find(({ _id }) => _id === (said.place ?? place.building))
  const told = usualTipping.kinds.find(({ id }) => id === kind)
  if (!there || !told) throw new Error(`no place or kind of this name: ${said.place} ${kind}`)
  const _id = randomUUID() as string
  const sealed = (text: string): Sealed | '' => text && ownSealer().seal(text, caseContext(_id))
  const body: TipBody = {
    receipt: storedReceipt(community, said.receipt ?? newReceipt()),
    ...{ kind, kindName: told.name, opens: told.opens },
    seen: { on: today, part: null },
    ...{ words: sealed(words) as Sealed, where: sealed(where), plate: sealed(plate) },
    ...{
      pictures: said.pictures ?? [],
      visitPictures: [],
      unchecked: false,
      rewarded: said.rewarded ?? true,
    },
    ...{ into: null, leadsTo: null },
  }
  const urgency: Urgency = told.urgent ? 1 : 0
  const role = roleThere(there.at)
  const happening = {
    ...{ at: openedAt, submission: 'tell', digest: '', by: theTeller },
    ...(role !== 'gridWorker' && { detail: { role } }),
  }
  const fresh = opened<TipBody, TipStatus>(
    tipMachine,
    {
      _id,
      owner: null,
      at: there.at,
      place: placeName(there),
      subject: { person: '', display: told.name },
      regions: [],
      brief: { similar: 0, plate: plate && maskPlate(plate) },
      ...(plate && { foundBy: ownSealer().findable('plate', plate) }),
      body,
    },
    dueAt,
    happening,
    urgency,
  )
  return { ...fresh, todo: fresh.todo && { ...fresh.todo, role } }
}

/** The same, put into the database as it is. */
export function toldTip(community: Community, said: SaidOfTip = {}): { id: string; version: number } {
  const tip = storedTip(community, said)
  insert(community, 'cases', [tip])
  return { id: tip._id, version: tip.version }
}

export function tipOf(community: Pick<Community, 'data'>, id: string): TipCase {
  const found = stored<TipCase>(community, 'cases').find(({ _id }) => _id === id)
  if (!found) throw new Error(`no tip ${id}`)
  return found
}
