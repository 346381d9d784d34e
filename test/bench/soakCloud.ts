/** The cloud of `npm run bench:soak`, in a process of its own, so that its memory is only its own. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../config/root'
import { startCloud, type Cloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import { readDeclaration } from '../../local/server/declaration'
import { openStore } from '../../local/store'
import type { Document } from '../../local/store/types'

/** What it tells its parent: once where it listens, and its state whenever it is asked. */
export type SoakMessage = { port: number } | { rssMegabytes: number; instances: number }

/** The project's functions beside those that the tests bring, under their own names. */
function gatherFunctions(folder: string): string {
  mkdirSync(folder)
  for (const source of [inRoot('dist/cloudfunctions'), inRoot('test/local/functions/fixtures')])
    for (const name of readdirSync(source)) symlinkSync(join(source, name), join(folder, name))
  return folder
}

function seed(data: string): ReturnType<typeof readDeclaration> {
  const declaration = readDeclaration(inRoot('config/database.json'))
  const database = { collections: { ...declaration.collections, notes: {} } }
  const store = openStore({ directory: data, declaration: database })
  store.insert('places', demoPlaces as unknown as Document[])
  store.insert('staff', demoPosts as unknown as Document[])
  store.close()
  return database
}

function say(message: SoakMessage): void {
  process.send?.(message)
}

function tellState(cloud: Cloud): void {
  globalThis.gc?.()
  const instances = Object.values(cloud.countInstances()).reduce((sum, count) => sum + count, 0)
  say({ rssMegabytes: Math.round(process.memoryUsage.rss() / 1024 / 1024), instances })
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-soak-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  const cloud = await startCloud({
    functions: gatherFunctions(join(folder, 'functions')),
    data,
    database: seed(data),
    port: 0,
    miniProgram: demoMiniProgram,
    warmth: { spareMs: 2_000, lastMs: 4_000 },
  })
  process.on('message', () => tellState(cloud))
  process.on('disconnect', () => {
    void cloud.stop().then(() => rmSync(folder, { recursive: true }))
  })
  say({ port: cloud.port })
}

void main()
