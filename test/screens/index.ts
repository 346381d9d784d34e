/** `npm run screens`: every screen in every mode, on one contact sheet in dist/screens, and what is wrong with them. */
// First: what is imported below counts its days from there.
import { clock } from './clock'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { inRoot } from '../../config/root'
import { buildIfChanged, type TargetName } from '../../config/targets'
import { openBrowser } from '../journeys/support/browser'
import { writeContactSheet } from './contactSheet'
import { openDemonstration } from './demonstration'
import { describeFindings } from './findings'
import { modes, type Mode } from './modes'
import { prepare } from './prepare'
import { take, type Camera, type Shot } from './take'
import { takeForGuides } from './takeForGuides'
import type { Walk } from './walk'
import { everyWalk } from './walks'

const folder = inRoot('dist/screens')

const AT_ONCE = 2

/** Always the same: it stands in the code of a poster. */
const PORT_OF_GUIDES = 8642

interface Wanted {
  /** Part of the names of the scenes. */
  only: RegExp
  modes: readonly Mode[]
  /** Leaves the built pages as they are. */
  asBuilt: boolean
  /** Takes the pictures in docs instead. */
  forGuides: boolean
}

function readWanted(args: string[]): Wanted {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      mode: { type: 'string' },
      'as-built': { type: 'boolean' },
      guide: { type: 'boolean' },
    },
  })
  const mode = modes.find((one) => one === values.mode)
  if (values.mode !== undefined && !mode) throw new Error(`--mode is one of ${modes.join(', ')}`)
  return {
    only: new RegExp(values.only ?? ''),
    modes: mode ? [mode] : modes,
    asBuilt: values['as-built'] ?? false,
    forGuides: values.guide ?? false,
  }
}

async function buildWhatIsMissing(): Promise<void> {
  for (const target of ['functions', 'h5'] satisfies TargetName[]) {
    const outcome = await buildIfChanged(target, () => undefined)
    if (!outcome.ok) throw new Error(outcome.output)
  }
}

async function takeAll(walks: Walk[], camera: Camera): Promise<Shot[]> {
  const waiting = [...walks]
  const shots = new Map<Walk, Shot[]>()
  const work = async (): Promise<void> => {
    for (let walk = waiting.shift(); walk; walk = waiting.shift()) {
      const taken = await take(camera, walk)
      shots.set(walk, taken)
      const findings = taken.reduce((sum, shot) => sum + shot.findings.length, 0)
      const names = walk.stops.map(({ name }) => name).join(' ')
      console.log(`${shots.size} of ${walks.length}  ${names}${findings > 0 ? `  ${findings} findings` : ''}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return walks.flatMap((walk) => shots.get(walk) ?? [])
}

/** Whether nothing is wrong. */
async function makeContactSheet(browser: Browser, origin: string, walks: Walk[], { only, modes }: Wanted) {
  rmSync(folder, { recursive: true, force: true })
  const chosen = walks.filter(({ stops }) => stops.some(({ name }) => only.test(name)))
  const shots = await takeAll(chosen, { browser, origin, folder: join(folder, 'pictures'), modes })
  const findings = describeFindings(shots)
  writeFileSync(join(folder, 'findings.md'), findings)
  await writeContactSheet(browser, folder, shots)
  console.log(findings)
  console.log(`${shots.length} pictures: ${join(folder, 'index.html')}`)
  return shots.every((shot) => shot.findings.length === 0)
}

async function main(): Promise<void> {
  clock.uninstall()
  const wanted = readWanted(process.argv.slice(2))
  if (!wanted.asBuilt) await buildWhatIsMissing()
  const demonstration = await openDemonstration(wanted.forGuides ? { port: PORT_OF_GUIDES } : {})
  const browser = await openBrowser()
  try {
    const walks = everyWalk(await prepare(demonstration))
    const { origin } = demonstration.cloud
    if (wanted.forGuides) await takeForGuides(browser, origin, walks)
    else if (!(await makeContactSheet(browser, origin, walks, wanted))) process.exitCode = 1
  } finally {
    await browser.close()
    await demonstration.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
