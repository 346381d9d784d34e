/** The section `cost`: what acts ask of the cloud, beside the least that they could. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { openCommunity } from '../functions/support/community'
import { costlyActs } from '../functions/support/costlyActs'
import { benchActs, leastCall, leastWords, type Call, type LeastName } from './acts'
import { costOf, type Cost } from './costOf'
import { gatherFunctions } from './functionsFolder'
import { costOfListChange } from './listChange'
import { sum } from './numbers'
import { officeDeclaration, seedOffice, type Supplies } from './office'
import type { Column, Section, Table } from './table'
import { inTemporaryFolder } from './temporary'

/** So often each act is done after the first, which warms the instance up. */
const TIMES = 5
const SIZE = { cases: 10_000, undecided: TIMES + 1, families: TIMES + 1, accounts: TIMES + 1 }

async function make(cloud: Cloud, calls: readonly Call[]): Promise<number> {
  for (const { name, event, as } of calls) {
    const answer = await cloud.call(name, { ...event }, as)
    const { ok = false } = ('result' in answer ? answer.result : {}) as { ok?: boolean }
    if (!ok) throw new Error(`${name} ${JSON.stringify(event)}: ${JSON.stringify(answer)}`)
  }
  return calls.length
}

/** Of one time, when the instance has been used before. */
async function measured(cloud: Cloud, next: () => Call[] | Promise<Call[]>): Promise<Cost> {
  await make(cloud, await next())
  const costs: Cost[] = []
  for (let n = 0; n < TIMES; n += 1) {
    const calls = await next()
    const mark = cloud.requests.mark()
    const made = await make(cloud, calls)
    costs.push(costOf(cloud.requests.since(mark), made))
  }
  const mean = (figure: keyof Cost) => sum(costs.map((cost) => cost[figure])) / TIMES
  return {
    calls: mean('calls'),
    requests: mean('requests'),
    documents: mean('documents'),
    bytes: mean('bytes'),
  }
}

type Least = Record<LeastName, Cost>

async function measureLeast(cloud: Cloud, supplies: Supplies): Promise<Least> {
  const least: Partial<Least> = {}
  for (const name of Object.keys(leastWords) as LeastName[])
    least[name] = await measured(cloud, async () => {
      const scratch = randomUUID()
      await cloud.call('least', { act: 'prepare', input: { id: scratch } }, 'bench')
      return [leastCall(name, supplies, scratch)]
    })
  return least as Least
}

const counted = (name: string, unit: Column['unit']): Column => ({ name, unit, worse: 'higher' })
const figures = ['requests', 'documents', 'bytes'] as const

const columns: Column[] = [
  counted('calls', 'calls'),
  ...figures.flatMap((figure): Column[] => [
    counted(figure, figure),
    { name: `${figure}: least`, unit: 'times', worse: null },
  ]),
]

/** Nothing has no multiple. */
const multiple = (cost: number, least: number) => (least === 0 ? null : cost / least)

const rowOf = (what: string, cost: Cost, least: Cost | null) => ({
  what,
  cells: [
    cost.calls,
    ...figures.flatMap((figure) => [cost[figure], least && multiple(cost[figure], least[figure])]),
  ],
})

/** The usual case: the instance is warm, and remembers places and rules for its minute. */
async function actsTable(data: string): Promise<Table> {
  const supplies = seedOffice(join(data, 'data'), SIZE)
  const cloud = await startCloud({
    functions: gatherFunctions(join(data, 'functions')),
    data: join(data, 'data'),
    database: officeDeclaration(),
    port: 0,
    miniProgram: demoMiniProgram,
    strictIndexes: true,
  })
  try {
    const least = await measureLeast(cloud, supplies)
    const rows = []
    for (const [what, act] of Object.entries(benchActs(supplies)))
      rows.push(
        rowOf(`${what}, beside ${leastWords[act.least]}`, await measured(cloud, act.next), least[act.least]),
      )
    const perCase = await costOfListChange(cloud, join(data, 'data'))
    rows.push(rowOf(`list change, for each case changed, beside ${leastWords.update}`, perCase, least.update))
    return { title: 'What one act asks of the cloud, warm', columns, rows, notes: [ofTheLeast(least)] }
  } finally {
    await cloud.stop()
  }
}

const ofTheLeast = (least: Least): string =>
  `The least: ${(Object.keys(leastWords) as LeastName[])
    .map(
      (name) =>
        `${leastWords[name]} reads ${least[name].documents} documents, ${Math.round(least[name].bytes)} bytes`,
    )
    .join('; ')}.`

/** As config/costs.ts counts them: with what comes before and after, and what the timers do for it. */
async function pagesTable(): Promise<Table> {
  const community = await openCommunity()
  try {
    const rows = []
    for (const [what, prepare] of Object.entries(costlyActs(community))) {
      await (
        await prepare()
      )()
      const act = await prepare()
      const mark = community.cloud.requests.mark()
      const done = await act()
      const { requests, documents, bytes } = costOf(community.cloud.requests.since(mark), 0, done)
      rows.push({ what, cells: [requests, documents, bytes] })
    }
    const title = 'The same with all calls of its pages, and its timers (config/costs.ts)'
    return { title, columns: figures.map((figure) => counted(figure, figure)), rows }
  } finally {
    await community.close()
  }
}

export const cost: Section = {
  name: 'cost',
  run: async () => [
    await inTemporaryFolder((folder) => {
      mkdirSync(join(folder, 'data'))
      return actsTable(folder)
    }),
    await pagesTable(),
  ],
}
