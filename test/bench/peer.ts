/** The section `peer`: the same kinds of act of another project's functions and of ours, each on a local cloud of its own. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from '../../local/cloud'
import type { Call } from './acts'
import { costOf, type Cost } from './costOf'
import { gatherFunctions } from './functionsFolder'
import { median, quantile } from './numbers'
import { officeDeclaration, seedOffice } from './office'
import { peerActs, readPeer, type PeerAct } from './peerFile'
import { gatherTheirs, onCloud, ours, seedTheirs, theirs, type Side } from './peerSides'
import type { Column, Section, Table } from './table'
import { inTemporaryFolder } from './temporary'

/** How often each act is done, and how many cases our office has. */
export interface PeerSize {
  goes: number
  cases: number
}

const USUAL: PeerSize = { goes: 60, cases: 10_000 }

/** What one act took, once warm: of one go, and of all goes as multiples of a bare `doc().get()`. */
interface Found extends Omit<Cost, 'calls'> {
  milliseconds: number
  median: number
  p99: number
}

const words: Record<PeerAct, string> = {
  register: 'register a user',
  list: 'list',
  submit: 'submit',
  adminList: 'admin list',
}

/** Milliseconds. @throws {Error} which says why it did not do what it was asked */
async function take(
  cloud: Cloud,
  { name, event, as }: Call,
  isRight: (answer: unknown) => boolean,
): Promise<number> {
  const begun = performance.now()
  const answer = await cloud.call(name, { ...event }, as)
  const milliseconds = performance.now() - begun
  if ('error' in answer) throw new Error(reasonOf(name, answer.error.errMsg))
  if (!isRight(answer.result))
    throw new Error(`${name} answered ${JSON.stringify(answer.result).slice(0, 200)}`)
  return milliseconds
}

/** A package that is not there is the usual reason. */
function reasonOf(name: string, message: string): string {
  const missing = /Cannot find module '([^']+)'/.exec(message)?.[1]
  return missing ? `${name} needs ${missing}, which is not installed in its folder` : `${name}: ${message}`
}

const bare: Call = {
  name: 'least',
  event: { act: 'document', input: { collection: 'scratch', id: 'bare' } },
  as: 'bench',
}
const anything = () => true

/** Each go beside a bare one, so that the load of the machine meets both. */
async function measure({ cloud, next }: Side, act: PeerAct, goes: number): Promise<Found | null> {
  const first = next(act)
  if (!first) return null
  await take(cloud, first.call, first.isRight)
  await take(cloud, bare, anything)
  const [times, bareTimes]: [number[], number[]] = [[], []]
  let cost: Cost | undefined
  for (let go = 0; go < goes; go += 1) {
    bareTimes.push(await take(cloud, bare, anything))
    const one = next(act) ?? first
    const mark = cloud.requests.mark()
    times.push(await take(cloud, one.call, one.isRight))
    cost ??= costOf(cloud.requests.since(mark), 1)
  }
  const { requests = 0, documents = 0, bytes = 0 } = cost ?? {}
  const multiple = (share: number) => quantile(times, share) / quantile(bareTimes, share)
  return {
    requests,
    documents,
    bytes,
    milliseconds: median(times),
    median: multiple(0.5),
    p99: multiple(0.99),
  }
}

/** What was found, or why nothing could be. */
async function tried(side: Side, act: PeerAct, goes: number): Promise<Found | string | null> {
  try {
    return await measure(side, act, goes)
  } catch (error) {
    return (error as Error).message
  }
}

type Results = Map<PeerAct, Found | string | null>

async function allActs(side: Side, goes: number): Promise<Results> {
  const results: Results = new Map()
  for (const act of peerActs) results.set(act, await tried(side, act, goes))
  return results
}

export async function measurePeer(peer: string, folder: string, { goes, cases } = USUAL): Promise<Table> {
  const file = readPeer(peer)
  const [ourData, theirData] = [join(folder, 'ours'), join(folder, 'theirs')]
  for (const data of [ourData, theirData]) mkdirSync(data)
  const functions = gatherTheirs(peer, join(folder, 'their-functions'))
  const database = seedTheirs(theirData, file)
  const them = await onCloud({ functions, data: theirData, database }, (cloud) =>
    allActs(theirs(cloud, file), goes),
  )
  const supplies = seedOffice(ourData, { cases, undecided: 1, families: 1, accounts: 100 })
  const own = {
    functions: gatherFunctions(join(folder, 'our-functions')),
    data: ourData,
    database: officeDeclaration(),
  }
  const us = await onCloud(own, (cloud) => allActs(ours(cloud, supplies), goes))
  return tableOf(us, them)
}

const figures = ['requests', 'documents', 'bytes'] as const

/** Ours are compared with an earlier run; theirs are theirs. */
const columns: Column[] = [
  ...figures.flatMap((figure): Column[] => [
    { name: figure, unit: figure, worse: 'higher' },
    { name: `theirs: ${figure}`, unit: figure, worse: null },
  ]),
  { name: 'median', unit: 'ms', worse: null },
  { name: 'theirs: median', unit: 'ms', worse: null },
  { name: 'median: bare', unit: 'times', worse: 'higher' },
  { name: 'theirs: median: bare', unit: 'times', worse: null },
  { name: 'p99: bare', unit: 'times', worse: null },
  { name: 'theirs: p99: bare', unit: 'times', worse: null },
]

function tableOf(us: Results, them: Results): Table {
  const sides = [us, them]
  const rows = peerActs.map((act) => {
    const found = sides.map((side) => side.get(act)).map((one) => (typeof one === 'object' ? one : null))
    const of = (name: keyof Found) => found.map((one) => one?.[name] ?? null)
    const cells = ([...figures, 'milliseconds', 'median', 'p99'] as const).flatMap(of)
    return { what: words[act], cells }
  })
  const reasons = (side: Results, whose: string) =>
    [...side].flatMap(([act, found]) =>
      typeof found === 'string' ? [`${whose}, ${words[act]}: ${found}`] : [],
    )
  const notes = [...reasons(us, 'FAILED: ours'), ...reasons(them, 'Theirs')]
  return { title: 'Beside a peer', columns, rows, notes }
}

export const peer: Section = {
  name: 'peer',
  run: async ({ peer: folder }) =>
    folder === undefined ? [] : [await inTemporaryFolder((temporary) => measurePeer(folder, temporary))],
}
