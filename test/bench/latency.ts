/** The section `latency`: how long acts take on the local cloud, as multiples of a bare `doc().get()` at the same time. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { benchActs, leastCall, type BenchAct, type Call } from './acts'
import { forkCloud } from './forkedCloud'
import { gatherFunctions } from './functionsFolder'
import { figuresOf, openClients, together, type Clients, type Figures, type Timing } from './load'
import { officeDeclaration, seedOffice, type Supplies } from './office'
import type { Column, Section, Table } from './table'
import { inTemporaryFolder } from './temporary'

/** How many clients at once, and how many goes of an act each time that it is its turn. */
const LEVELS = [
  { clients: 1, goes: 40 },
  { clients: 20, goes: 200 },
  { clients: 200, goes: 600 },
]
const ROUNDS = 2
const SMALL = 10_000
const LARGE = 1_000_000

/** How much slower than the bare request with as many clients the slowest hundredth may be. */
const TOLERATED_P99 = 10
/** How much longer a page of the inbox may take with a hundred times as many cases. */
const TOLERATED_GROWTH = 1.5

const most = (levels: typeof LEVELS) =>
  levels.reduce((total, { clients, goes }) => total + clients + ROUNDS * goes, 0)

/** An office in its cloud, and clients of it. */
interface Opened {
  supplies: Supplies
  clients: Clients
}

async function withOffice<T>(cases: number, work: (opened: Opened) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (folder) => {
    const data = join(folder, 'data')
    mkdirSync(data)
    const needed = most(LEVELS)
    const supplies = seedOffice(data, { cases, undecided: needed, families: needed, accounts: 500 })
    const functions = gatherFunctions(join(folder, 'functions'))
    const cloud = await forkCloud({ functions, data, database: officeDeclaration() })
    const clients = openClients(cloud.port)
    try {
      return await work({ supplies, clients })
    } finally {
      clients.close()
      await cloud.stop()
    }
  })
}

/** What an act took, and what the bare request did right before each time. */
export interface Paired {
  act: Timing
  bare: Timing
}

async function paired(
  { clients }: Opened,
  next: () => Call[],
  bare: () => Call[],
  { clients: many, goes }: (typeof LEVELS)[number],
): Promise<Paired> {
  const before = await clients.run(bare, many, goes)
  return { bare: before, act: await clients.run(next, many, goes) }
}

const bareGet =
  ({ supplies }: Opened) =>
  () => [leastCall('document', supplies, '')]

/** One act after the other, again and again, so that the load of a shared machine meets all of them. */
async function measureLevel(
  opened: Opened,
  acts: Record<string, BenchAct>,
  level: (typeof LEVELS)[number],
): Promise<Map<string, Paired[]>> {
  const bare = bareGet(opened)
  const found = new Map<string, Paired[]>()
  for (const { next } of [{ next: bare }, ...Object.values(acts)])
    await opened.clients.run(next, level.clients, level.clients)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [what, { next }] of Object.entries(acts))
      found.set(what, [...(found.get(what) ?? []), await paired(opened, next, bare, level)])
  return found
}

const told = (name: string, unit: Column['unit']): Column => ({ name, unit, worse: null })

const columns: Column[] = [
  told('median', 'ms'),
  told('p99', 'ms'),
  told('per second', 'count'),
  { name: 'median: bare', unit: 'times', worse: 'higher' },
  { name: 'p99: bare', unit: 'times', worse: 'higher' },
  { name: 'bare per second: act', unit: 'times', worse: 'higher' },
]

const row = (what: string, figures: Figures, bare: Figures) => ({
  what,
  cells: [
    ...[figures.median, figures.p99, Math.round(figures.perSecond)],
    ...[figures.median / bare.median, figures.p99 / bare.p99, bare.perSecond / figures.perSecond],
  ],
})

const inWords = (clients: number) => (clients === 1 ? '1 client' : `${clients} clients`)

async function latencyTable(opened: Opened, cases: number): Promise<Table> {
  const acts = benchActs(opened.supplies)
  const rows: Table['rows'][number][] = []
  const notes: string[] = []
  for (const level of LEVELS) {
    const found = await measureLevel(opened, acts, level)
    const all = figuresOf(together([...found.values()].flat().map(({ bare }) => bare)))
    rows.push(row(`a bare doc().get(), ${inWords(level.clients)}`, all, all))
    for (const [what, pairs] of found) {
      const act = figuresOf(together(pairs.map((pair) => pair.act)))
      const bare = figuresOf(together(pairs.map((pair) => pair.bare)))
      rows.push(row(`${what}, ${inWords(level.clients)}`, act, bare))
      if (level.clients === 200 && act.p99 > TOLERATED_P99 * bare.p99)
        notes.push(
          `FAILED: p99 of ${what} with 200 clients is more than ${TOLERATED_P99} x that of a bare get`,
        )
    }
  }
  return { title: `How long an act takes, ${inEnglish(cases)} cases`, columns, rows, notes }
}

const INBOX_GOES = 25
const INBOX_ROUNDS = 8

const inboxes = ['inbox page', 'inbox page of a community'] as const

/** By turns at both offices. */
async function inboxTable(offices: [cases: number, opened: Opened][]): Promise<Table> {
  const rows: Table['rows'][number][] = []
  const notes: string[] = []
  for (const what of inboxes) {
    const goes = offices.map(() => [] as Timing[])
    for (let round = 0; round < INBOX_ROUNDS; round += 1)
      for (const [n, [, { clients, supplies }]] of offices.entries())
        goes[n]?.push(await clients.run(benchActs(supplies)[what].next, 1, INBOX_GOES))
    const figures = goes.map((some) => figuresOf(together(some)))
    const [first] = figures
    for (const [n, [cases]] of offices.entries()) {
      const [own, growth] = [figures[n], (figures[n]?.median ?? NaN) / (first?.median ?? NaN)]
      rows.push({
        what: `${what} at ${inEnglish(cases)} cases`,
        cells: [own?.median ?? null, own?.p99 ?? null, growth],
      })
      if (growth > TOLERATED_GROWTH)
        notes.push(
          `FAILED: ${what} at ${inEnglish(cases)} cases takes more than ${TOLERATED_GROWTH} x as long`,
        )
    }
  }
  const growth: Column = { name: `at ${inEnglish(SMALL)}`, unit: 'times', worse: 'higher' }
  return {
    title: 'A page of the inbox as cases grow',
    columns: [told('median', 'ms'), told('p99', 'ms'), growth],
    rows,
    notes,
  }
}

const inEnglish = (count: number) => count.toLocaleString('en-US')

export const latency: Section = {
  name: 'latency',
  run: ({ full }) =>
    withOffice(SMALL, async (small) => {
      const table = await latencyTable(small, SMALL)
      if (!full) return [table]
      return withOffice(LARGE, async (large) => [
        table,
        await latencyTable(large, LARGE),
        await inboxTable([
          [SMALL, small],
          [LARGE, large],
        ]),
      ])
    }),
}
