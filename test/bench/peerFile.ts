import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** The kinds of act that nearly every such project has. */
export const peerActs = ['register', 'list', 'submit', 'adminList'] as const

export type PeerAct = (typeof peerActs)[number]

const document = v.record(v.string(), v.unknown())

const act = v.strictObject({
  function: v.string(),
  /** What the phone sends; `{n}` in a text becomes another number each time. */
  event: v.optional(document, {}),
  /** The openid of who calls; `{n}` as above. */
  caller: v.optional(v.string(), 'peer-{n}'),
  /** Fields that the answer of a success has. */
  answers: v.optional(document, {}),
})

const collection = v.strictObject({
  indexes: v.optional(
    v.array(
      v.strictObject({
        name: v.string(),
        keys: v.array(v.strictTuple([v.string(), v.picklist([1, -1] as const)])),
        unique: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
  /** So many documents are there before anything is measured; `{n}` in a text is 1 and so on. */
  seeded: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), 1),
  /** What each of them is made like. */
  documents: v.optional(v.array(document), []),
})

const peerFile = v.strictObject({
  collections: v.record(v.string(), collection),
  acts: v.partial(v.strictObject({ register: act, list: act, submit: act, adminList: act })),
})

export type PeerFile = v.InferOutput<typeof peerFile>
export type PeerCall = v.InferOutput<typeof act>

/** @throws {Error} which says in a sentence what is wrong with the folder or its acts.json */
export function readPeer(folder: string): PeerFile {
  const file = join(folder, 'acts.json')
  if (!existsSync(file))
    throw new Error(`There is no acts.json in the peer's folder; docs/bench.md says what it holds.`)
  const checked = v.safeParse(peerFile, JSON.parse(readFileSync(file, 'utf8')))
  if (checked.success) return checked.output
  const [issue] = checked.issues
  throw new Error(`acts.json is wrong at ${v.getDotPath(issue) ?? 'its beginning'}: ${issue.message}`)
}

/** The same value with `{n}` replaced in every text of it. */
export function numbered<T>(value: T, n: number): T {
  return JSON.parse(JSON.stringify(value).replaceAll('{n}', String(n))) as T
}

/** Whether it has these fields with these values, whatever else it has. */
export function holds(answer: unknown, fields: Record<string, unknown>): boolean {
  const own = Object(answer) as Record<string, unknown>
  return Object.entries(fields).every(([name, value]) => JSON.stringify(own[name]) === JSON.stringify(value))
}
