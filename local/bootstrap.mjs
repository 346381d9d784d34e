/**
 * `npm start`, `npm run dev` and `npm test` on a machine that has only Node and npm: this file needs no package.
 * Brings node_modules in line with package-lock.json, then runs the TypeScript that does the work.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const jobs = {
  start: ['local/start.ts'],
  dev: ['local/start.ts', '--watch'],
  test: ['test/run.ts'],
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    refuse(`ShouWang needs Node 20.19 or newer; this is ${process.versions.node}.`)
  }
}

/** The packages of a lockfile, by folder. npm keeps one more, of what it has really installed, in node_modules. */
function packagesIn(lockfile) {
  if (!existsSync(lockfile)) return undefined
  const { '': project, ...packages } = JSON.parse(readFileSync(lockfile, 'utf8')).packages
  return packages
}

/** Packages for other systems are optional, in the lockfile or out of it; all others must be there in the locked version. */
function isInstalled() {
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!present) return false
  const same = (folder) =>
    present[folder]
      ? present[folder].integrity === wanted[folder].integrity
      : wanted[folder].optional === true
  const expected = (folder) => folder in wanted || present[folder].optional === true
  return Object.keys(wanted).every(same) && Object.keys(present).every(expected)
}

function install() {
  console.log(
    'Installing packages (the first time, and when package-lock.json has changed; a few minutes) ...',
  )
  // Development packages are wanted even where NODE_ENV=production is set: they build and serve everything.
  // Not `npm ci`: it refuses a lockfile without every optional package, and NutUI names one that exists nowhere.
  const { status, error } = spawnSync(
    'npm',
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  if (error) refuse(`npm could not be started: ${error.message}`)
  if (status !== 0) refuse('npm install failed; what it said is above.')
}

async function run([script, ...options], more) {
  process.chdir(root)
  process.argv = [process.execPath, join(root, script), ...options, ...more]
  const { register } = await import('tsx/esm/api')
  register()
  const commonjs = await import('tsx/cjs/api')
  commonjs.register()
  await import(pathToFileURL(join(root, script)).href)
}

const [job, ...more] = process.argv.slice(2)
if (!Object.hasOwn(jobs, job ?? '')) {
  refuse(`Usage: node local/bootstrap.mjs ${Object.keys(jobs).join(' | ')}`)
}
checkNode()
if (!isInstalled()) install()
await run(jobs[job], more)
