/** The section `coldStart`: how large functions are, and how long the first caller of an instance waits. */
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { MOST } from '../../config/functionSizes'
import { openFloor, type Floor } from './floor'
import { gatherFunctions } from './functionsFolder'
import { builtFunctions } from './keys'
import { median } from './numbers'
import type { Section, Table } from './table'
import { inTemporaryFolder } from './temporary'

const GOES = 5
const KB = 1024

/** The function that has nothing but the SDK. */
const BARE = 'bare'

/** By turns, so that the load of a shared machine meets all of them; milliseconds. */
async function firstAnswers(floor: Floor, names: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let go = 0; go < GOES; go += 1)
    for (const name of names) {
      await floor.cool()
      const begun = performance.now()
      const answer = (await floor.call(name, { action: 'nothing of the kind' })) as { ok?: unknown }
      found.get(name)?.push(performance.now() - begun)
      if (answer.ok !== false) throw new Error(`${name} did not refuse`)
    }
  return new Map([...found].map(([name, milliseconds]) => [name, median(milliseconds)]))
}

/** What is loaded at once, and what only some calls load. */
function sizesOf(name: string): { first: number; later: number } {
  const folder = join(builtFunctions, name)
  const sizeOf = (file: string) => statSync(join(folder, file)).size / KB
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'))
  const later = scripts.filter((file) => file !== 'index.js').map(sizeOf)
  return { first: sizeOf('index.js'), later: later.reduce((total, size) => total + size, 0) }
}

async function measure(folder: string): Promise<Table[]> {
  const data = join(folder, 'data')
  mkdirSync(data)
  const floor = await openFloor(gatherFunctions(join(folder, 'functions')), data)
  try {
    const names = readdirSync(builtFunctions)
    const answers = await firstAnswers(floor, [BARE, ...names])
    return [tableOf(names, answers)]
  } finally {
    await floor.close()
  }
}

function tableOf(names: readonly string[], answers: ReadonlyMap<string, number>): Table {
  const bare = answers.get(BARE) ?? NaN
  const rows = names.map((what) => {
    const [{ first, later }, answer] = [sizesOf(what), answers.get(what) ?? NaN]
    return { what, cells: [first, later === 0 ? null : later, answer, answer / bare] }
  })
  const tooLarge = names.filter((name) => sizesOf(name).first > MOST)
  return {
    title: 'From no instance to the first answer, which is a refusal',
    columns: [
      { name: 'bundle', unit: 'KB', worse: 'higher' },
      { name: 'loaded later', unit: 'KB', worse: null },
      { name: 'first answer', unit: 'ms', worse: null },
      { name: 'the SDK alone', unit: 'times', worse: 'higher' },
    ],
    rows: [{ what: 'the SDK alone', cells: [null, null, bare, 1] }, ...rows],
    notes: tooLarge.map((name) => `FAILED: the bundle of ${name} is larger than ${MOST} KB`),
  }
}

export const coldStart: Section = { name: 'coldStart', run: () => inTemporaryFolder(measure) }
