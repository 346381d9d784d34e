/** `npm run soak -- --minutes 10 [--seed 7] [--clients 16]`: the local cloud under load, with everything going wrong that can. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { described, planOf } from './plan'
import { outcomeOf, type Said } from './said'
import { soak } from './soak'

const text = { type: 'string' } as const

/** Findings that are printed; all are counted. */
const SHOWN = 40

const columns = ['acknowledged', 'refused', 'unknown', 'attempts'] as const

const row = (what: string, cells: readonly (string | number)[]): string =>
  [what.padEnd(24), ...cells.map((cell) => String(cell).padStart(13))].join('')

/** How many of each kind there were, what became of them, and how often they had to be sent. */
function summaryOf(said: readonly Said[]): string[] {
  const counts = new Map<string, Record<(typeof columns)[number], number>>()
  for (const one of said) {
    const count = counts.get(one.what) ?? { acknowledged: 0, refused: 0, unknown: 0, attempts: 0 }
    count[outcomeOf(one)] += 1
    count.attempts += one.attempts
    counts.set(one.what, count)
  }
  const lines = [...counts].sort(([one], [other]) => one.localeCompare(other))
  return [
    row('', columns),
    ...lines.map(([what, count]) =>
      row(
        what,
        columns.map((name) => count[name]),
      ),
    ),
  ]
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: text, seed: text, clients: text } })
  const minutes = Number(values.minutes ?? 1)
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
  const clients = Number(values.clients ?? 12)
  if (!(minutes > 0) || !Number.isInteger(seed) || !(clients > 0))
    throw new Error('Usage: npm run soak -- --minutes N [--seed K] [--clients N]')
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-soak-'))
  console.log(`seed ${seed}, ${minutes} minutes, ${clients} clients; what will happen:`)
  for (const line of planOf(seed, minutes * 60_000)) console.log(described(line))
  console.log('what happens:')
  const { findings, said } = await soak({
    ...{ folder, seed, clients, seconds: minutes * 60 },
    say: (line) => console.log(line),
  })
  console.log(summaryOf(said).join('\n'))
  for (const { document, what } of findings.slice(0, SHOWN)) console.log(`FOUND ${document} ${what}`)
  console.log(`seed ${seed}: ${said.length} submissions, ${findings.length} findings`)
  if (findings.length === 0) {
    rmSync(folder, { recursive: true, force: true })
    return
  }
  console.log(`What was left lies in ${folder}`)
  process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
