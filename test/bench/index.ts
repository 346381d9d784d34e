/**
 * `npm run bench`: what the software costs and how fast it is, in tables on the screen and as JSON in dist/bench. Ends with 1
 * when something measured is worse than it may be, or by more than 15 % worse than in the run named by `--against`.
 * docs/bench.md says what the sections are.
 */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inRoot, root } from '../../config/root'
import { buildIfChanged } from '../../config/targets'
import { worseThan } from './against'
import { coldStart } from './coldStart'
import { cost } from './cost'
import { latency } from './latency'
import { peak } from './peak'
import { peer } from './peer'
import { phone } from './phone'
import { describeTable } from './print'
import { beginReport, describeRun, writeReport, type Report, type SectionReport } from './report'
import { reassess } from './reassess'
import { reports } from './reports'
import { store } from './store'
import type { BenchOptions, Section } from './table'
import { readWords } from './words'

const sections: Section[] = [cost, latency, coldStart, store, reassess, reports, peak, phone, peer]

/** A section that fails is part of the report; those after it are run all the same. */
async function run({ name, run }: Section, options: BenchOptions): Promise<SectionReport> {
  const begun = performance.now()
  const tables = await run(options).catch((error: unknown) => {
    console.error(error)
    return [{ title: name, columns: [], rows: [], notes: ['FAILED: the section ended with an error'] }]
  })
  return { name, tables, seconds: Math.round(performance.now() - begun) / 1000 }
}

function compare(file: string, { sections: now }: Report): string[] {
  const { sections: earlier } = JSON.parse(readFileSync(file, 'utf8')) as Report
  const worse = worseThan(earlier, now)
  console.log(
    worse.length > 0 ? `\nWorse than before:\n  ${worse.join('\n  ')}` : '\nNothing is worse than before.',
  )
  return worse
}

async function main(): Promise<void> {
  const {
    options,
    sections: wanted,
    against,
  } = readWords(
    process.argv.slice(2),
    sections.map(({ name }) => name),
  )
  const built = await buildIfChanged('functions', () => undefined)
  if (!built.ok) throw new Error('The functions could not be built; npm run build:functions says why.')
  const report = beginReport(options)
  console.log(describeRun(report))
  for (const section of sections.filter(({ name }) => wanted.includes(name))) {
    const found = await run(section, options)
    report.sections.push(found)
    console.log(`\n${found.name} (${found.seconds.toFixed(0)} s)`)
    for (const table of found.tables) console.log(`\n${describeTable(table)}`)
  }
  console.log(`\nKept in ${relative(root, writeReport(report, inRoot('dist/bench')))}`)
  const failed = report.sections
    .flatMap(({ tables }) => tables.flatMap(({ notes = [] }) => notes))
    .some(isFailure)
  const worse = against === undefined ? [] : compare(against, report)
  if (failed || worse.length > 0) process.exitCode = 1
}

const isFailure = (note: string): boolean => note.startsWith('FAILED')

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
