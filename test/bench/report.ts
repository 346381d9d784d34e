import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '../../config/root'
import type { BenchOptions, Table } from './table'

/** What one section has found, and how long it took. */
export interface SectionReport {
  name: string
  seconds: number
  tables: Table[]
}

/** A run of the bench as it is kept, with all that is needed to know what its figures mean. */
export interface Report {
  /** ISO time of its beginning. */
  at: string
  /** Whether files differ from the commit. */
  commit: { hash: string; isDirty: boolean }
  machine: { processor: string; cores: number; memoryMegabytes: number; node: string; system: string }
  options: BenchOptions
  sections: SectionReport[]
}

export function beginReport(options: BenchOptions): Report {
  const processors = cpus()
  return {
    at: new Date().toISOString(),
    commit: {
      hash: git('rev-parse', '--short=12', 'HEAD') || 'unknown',
      isDirty: git('status', '--porcelain') !== '',
    },
    machine: {
      processor: processors[0]?.model ?? '',
      cores: processors.length,
      memoryMegabytes: Math.round(totalmem() / 1024 / 1024),
      node: process.version,
      system: `${process.platform} ${process.arch}`,
    },
    // Where the peer lies is nobody's business but that of whoever measures.
    options: { ...options, ...(options.peer && { peer: 'a peer' }) },
    sections: [],
  }
}

/** A sentence about the machine and the commit. */
export function describeRun({ machine, commit }: Report): string {
  const { processor, cores, memoryMegabytes, node } = machine
  const state = commit.isDirty ? ' and changes that are not committed' : ''
  const gigabytes = (memoryMegabytes / 1024).toFixed(1)
  return `${processor}, ${cores} cores, ${gigabytes} GB, node ${node}; commit ${commit.hash}${state}`
}

/** Writes it into the folder; the name of the file. */
export function writeReport(report: Report, folder: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${report.commit.hash}-${report.at.replace(/[:.]/g, '-')}.json`)
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  return file
}

/** Empty where there is no git, as in a copy of the files. */
function git(...words: string[]): string {
  try {
    return execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}
