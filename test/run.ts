/** `npm test`: every check of the project, and the count of them on the last line. */
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { runNode } from '../config/command'
import { done, failed, type Outcome } from '../config/outcome'
import { summaryOf } from '../config/progress'
import { inRoot, root } from '../config/root'
import { buildIfChanged, type TargetName } from '../config/targets'

interface Step {
  title: string
  work: () => Promise<Outcome>
}

interface Count {
  passed: number
  failed: number
}

const check = (title: string, script: string, ...args: string[]): Step => ({
  title,
  work: async () => {
    const { ok, output } = await runNode(inRoot(`node_modules/${script}`), args, { givesWay: true })
    return ok ? done() : failed(output)
  },
})

const building = (target: TargetName): Step => ({
  title: `build ${target}`,
  work: () => buildIfChanged(target, () => undefined),
})

/** What the tests run. Side by side: each build waits for one processor most of the time. */
const builds: Step[] = [building('functions'), building('weapp'), building('h5')]

/** Nothing waits for these: they take what the builds and the tests leave of the processors. */
const checks: Step[] = [
  check('types', 'typescript-native/bin/tsc', '--noEmit'),
  check('lint', 'oxlint/bin/oxlint'),
  check('format', 'prettier/bin/prettier.cjs', '--check', '--cache', '--cache-strategy=content', '.'),
]

/** What was said of steps that failed, to be said again where nobody has to look for it. */
const complaints: string[] = []

async function runStep({ title, work }: Step): Promise<Count> {
  const start = performance.now()
  const outcome = await work()
  const summary = summaryOf(title, outcome, start)
  console.log(summary)
  if (!outcome.ok) complaints.push(summary)
  return outcome.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function oneAfterTheOther(steps: Step[]): Promise<Count[]> {
  const counts: Count[] = []
  for (const step of steps) counts.push(await runStep(step))
  return counts
}

/** The part of jest's report that is read here. */
interface JestReport {
  numPassedTests: number
  numFailedTests: number
  numRuntimeErrorTestSuites: number
}

/** One more than there are cores: a test waits for a browser, a process or a disk for a quarter of its time. */
const workers = availableParallelism() + 1

/** Runs all of jest, its report going straight to the terminal. A file that could not be run counts as one failure. */
async function runJest(): Promise<Count> {
  const report = inRoot('dist/.jest.json')
  rmSync(report, { force: true })
  const args = ['--ci', `--maxWorkers=${workers}`, '--json', `--outputFile=${report}`]
  const jest = spawn(process.execPath, [inRoot('node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    jest.once('error', reject).once('close', resolve)
  })
  const count = readReport(report)
  // A jest that ends badly without saying which test it was (a crash, a leak) must not pass.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

function readReport(file: string): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

async function main(): Promise<void> {
  const checking = oneAfterTheOther(checks)
  const built = await Promise.all(builds.map(runStep))
  const counts = [...built, await runJest(), ...(await checking)]
  for (const complaint of complaints) console.log(complaint)
  const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0)
  if (sum('failed') > 0) process.exitCode = 1
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
