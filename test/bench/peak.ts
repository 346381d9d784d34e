/**
 * The section `peak`: the morning of a district. 38,000 families with 130,000 people report within two hours, and another list is
 * published meanwhile. A part of the families in as much shorter a time, so that as many report in a second as in a district.
 */
import { join } from 'node:path'
import { Chance } from '../../local/demo/chance'
import { findInSubmissions } from '../soak/checks/submissions'
import { cloudIn } from '../soak/cloud/runningCloud'
import { openLine } from '../soak/load/line'
import { outcomeOf, type Said } from '../soak/said'
import { readStored } from '../soak/stored'
import { quantile, sum } from './numbers'
import { seedOffice } from './office'
import { MINUTES } from './peakCurve'
import { ALONE, live, type Outcome, type Seen } from './peakMorning'
import type { Column, Section, Table } from './table'
import { inTemporaryFolder } from './temporary'

const FAMILIES = 38_000
/** Of the families and of the two hours. */
const USUAL_PART = 1 / 100
const FULL_PART = 1 / 10
/** Registrations that the new list may change. */
const CASES = 2_000

const told = (name: string, unit: Column['unit'], worse: Column['worse'] = null): Column => ({
  name,
  unit,
  worse,
})

const columns: Column[] = [
  told('families', 'count'),
  told('people', 'count'),
  told('median: alone', 'times', 'higher'),
  told('p99: alone', 'times'),
  told('under way at most', 'count'),
  told('instances at most', 'count'),
]

const most = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.max(one, other), 0)

function cellsOf({ families, people, took, underway, instances }: Seen, alone: number): (number | null)[] {
  const times = (share: number) => (took.length === 0 ? null : quantile(took, share) / alone)
  return [families, people, times(0.5), times(0.99), most(underway), most(instances)]
}

const reached = (said: readonly Said[]) => said.filter((one) => outcomeOf(one) === 'acknowledged').length

function curveTable({ alone, seen, said }: Outcome, part: number): Table {
  const usual = quantile(alone, 0.5)
  const all = [...seen.values()].reduce((one, other) => ({
    took: [...one.took, ...other.took],
    underway: [...one.underway, ...other.underway],
    instances: [...one.instances, ...other.instances],
    families: one.families + other.families,
    people: one.people + other.people,
  }))
  const rows = [...seen].map(([{ name }, own]) => ({ what: name, cells: cellsOf(own, usual) }))
  const scale = `one family in ${Math.round(1 / part)}, in one second of ${Math.round(1 / part)}`
  return {
    title: `A district's morning: ${scale}; a report alone takes ${usual.toFixed(1)} ms`,
    columns,
    rows: [...rows, { what: 'all', cells: cellsOf(all, usual) }],
    notes: [
      `${reached(said)} of ${said.length} submissions arrived, after ${sum(said.map((one) => one.attempts))} attempts`,
    ],
  }
}

function soundness(said: readonly Said[], data: string): Table {
  const lost = said.filter((one) => outcomeOf(one) !== 'acknowledged')
  const findings = findInSubmissions(readStored(data), said)
  const notes = [
    ...lost.slice(0, 3).map(({ what, answers }) => `FAILED: ${what} did not arrive: ${answers.join(', ')}`),
    ...findings.slice(0, 3).map(({ document, what }) => `FAILED: ${document} ${what}`),
  ]
  return {
    title: 'What was stored of it',
    columns: [
      told('submissions', 'count'),
      told('errors', 'count', 'higher'),
      told('lost or doubled', 'count', 'higher'),
    ],
    rows: [{ what: 'all', cells: [said.length, lost.length, findings.length] }],
    notes,
  }
}

async function measure(part: number): Promise<Table[]> {
  return inTemporaryFolder(async (folder) => {
    const cloud = cloudIn(join(folder, 'cloud'), { timers: false })
    const families = Math.round(FAMILIES * part) + ALONE
    const supplies = seedOffice(cloud.data, { cases: CASES, undecided: 0, families, accounts: 0 })
    await cloud.start()
    const line = openLine(() => cloud.port, new Chance(FAMILIES))
    try {
      const morning = { families: supplies.families, secondsLong: MINUTES * 60 * part, cloud, line }
      const outcome = await live(morning)
      await cloud.stop()
      return [curveTable(outcome, part), soundness(outcome.said, cloud.data)]
    } finally {
      line.close()
      await cloud.stop()
    }
  })
}

export const peak: Section = {
  name: 'peak',
  run: ({ full }) => measure(full ? FULL_PART : USUAL_PART),
}
