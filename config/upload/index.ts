/** `npm run upload -- [--desc TEXT] [--robot N] [--dry-run]`: a version for trial and audit, docs/operations.md. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { templates } from '@contract/messages'
import { StartRefusal } from '../../local/startRefusal'
import { runNode } from '../command'
import { done, failed, type Outcome } from '../outcome'
import { readOwnVariables } from '../ownVariables'
import { showProgress } from '../progress'
import { inRoot, root } from '../root'
import { judgeSizes } from '../sizes'
import { build, distrust } from '../targets'
import { prepare, uploader, wordsFor, type Prepared } from './preparing'

const usage = 'Usage: npm run upload -- [--desc TEXT] [--robot N] [--dry-run]'

const built = inRoot('dist/weapp')

function readWords(words: string[]) {
  const options = {
    desc: { type: 'string' },
    robot: { type: 'string' },
    'dry-run': { type: 'boolean' },
  } as const
  try {
    const { desc: description, robot, 'dry-run': isDry = false } = parseArgs({ args: words, options }).values
    return { description, robot, isDry }
  } catch (error) {
    throw new StartRefusal(`${(error as Error).message}. ${usage}`)
  }
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(inRoot(file), 'utf8'))

/** Ids of templates are part of what is built, and known to nobody else. */
const withoutTemplate = (): string[] =>
  Object.values(templates).flatMap(({ title, environment }) =>
    process.env[environment] ? [] : [`Nobody will be asked to allow "${title}": ${environment} is not set.`],
  )

/** The build is for one operator's templates: tests and the next build want their own. */
async function buildForUpload(onProgress: (text: string) => void): Promise<Outcome> {
  try {
    return await build('weapp', onProgress)
  } finally {
    distrust('weapp')
  }
}

/** npm runs the uploader; `npm run` says where it is itself, so that no shell is needed. What it says is told without its stack. */
async function send(prepared: Prepared & { ok: true }): Promise<Outcome> {
  const npm = process.env.npm_execpath
  if (!npm) return failed('Run this by `npm run upload`.')
  const words = [
    'exec',
    '--yes',
    `--package=${uploader}`,
    '--',
    'miniprogram-ci',
    ...wordsFor(prepared, root),
  ]
  const { ok, output } = await runNode(npm, words)
  return ok ? done() : failed(output.replace(/^ +at .*\n?/gm, ''))
}

function sayWhatWould(prepared: Prepared): void {
  if (!prepared.ok) console.log(prepared.missing)
  else {
    const { appid, version, robot, description } = prepared
    console.log(`Would upload version ${version} of ${appid} by robot ${robot}: ${description}`)
  }
  const sizes = existsSync(built) ? judgeSizes(built) : done('Nothing is built yet.')
  console.log('Would build dist/weapp anew. What is there now:')
  console.log(sizes.ok ? sizes.notes.join('\n') : sizes.output)
}

async function main(): Promise<boolean> {
  readOwnVariables()
  const { isDry, ...wish } = readWords(process.argv.slice(2))
  const prepared = prepare(wish, {
    variables: process.env,
    projectAppid: (readJson('project.config.json') as { appid: string }).appid,
    version: (readJson('package.json') as { version: string }).version,
    isFile: (file) => existsSync(file) && statSync(file).isFile(),
  })
  for (const sentence of withoutTemplate()) console.log(sentence)
  if (isDry) {
    sayWhatWould(prepared)
    return true
  }
  if (!prepared.ok) throw new StartRefusal(prepared.missing)
  if (!(await showProgress('build weapp', buildForUpload)).ok) return false
  return (await showProgress(`upload version ${prepared.version}`, () => send(prepared))).ok
}

main()
  .then((isGood) => process.exit(isGood ? 0 : 1))
  .catch((error: unknown) => {
    console.error(error instanceof StartRefusal ? error.message : error)
    process.exit(1)
  })
