import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, withTree } from '../architecture/tree'

type Lockfile = Record<string, { integrity?: string; optional?: boolean }>

const lockfile = (packages: Lockfile): string => JSON.stringify({ packages: { '': {}, ...packages } })
const locked: Lockfile = { 'node_modules/a': { integrity: 'a1' }, 'node_modules/b': { integrity: 'b1' } }

/** Stands in for npm: says that it was called, and leaves behind what `npm install` would. */
const npm = `#!/bin/sh
echo "npm $*"
mkdir -p node_modules
ln -sfn "${path.join(root, 'node_modules/tsx')}" node_modules/tsx
cp package-lock.json node_modules/.package-lock.json
`

/** Runs `npm test`'s command in a tree with these lockfiles; `present` is that of node_modules, if there is one. */
function bootstrap(wanted: Lockfile, present: Lockfile | undefined, words = ['test']) {
  const files = {
    'package-lock.json': lockfile(wanted),
    'test/run.ts': "console.log('ran:', ...process.argv.slice(2))",
    'bin/npm': npm,
  }
  return withTree(files, (tree) => {
    cpSync(path.join(root, 'local/bootstrap.mjs'), path.join(tree, 'local/bootstrap.mjs'))
    chmodSync(path.join(tree, 'bin/npm'), 0o755)
    const env = { ...process.env, PATH: `${path.join(tree, 'bin')}:${process.env.PATH ?? ''}` }
    if (present) {
      spawnSync(path.join(tree, 'bin/npm'), { cwd: tree })
      writeFileSync(path.join(tree, 'node_modules/.package-lock.json'), lockfile(present))
    }
    const script = path.join(tree, 'local/bootstrap.mjs')
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...words], {
      env,
      encoding: 'utf8',
    })
    return { status, stderr, installed: stdout.includes('npm install'), ran: stdout.includes('ran:'), stdout }
  })
}

describe('the first step of npm start and npm test', () => {
  it('installs what is missing and goes on', () => {
    expect(bootstrap(locked, undefined)).toMatchObject({ installed: true, ran: true, status: 0 })
  })

  it('installs nothing when everything is there', () => {
    expect(bootstrap(locked, locked)).toMatchObject({ installed: false, ran: true, status: 0 })
  })

  it('installs when the lockfile wants another version', () => {
    const older = { ...locked, 'node_modules/a': { integrity: 'a0' } }
    expect(bootstrap(locked, older)).toMatchObject({ installed: true, ran: true })
  })

  it('installs when a package has left the lockfile', () => {
    const more = { ...locked, 'node_modules/c': { integrity: 'c1' } }
    expect(bootstrap(locked, more)).toMatchObject({ installed: true, ran: true })
  })

  it('does not miss a package that is for another system', () => {
    const withOptional = { ...locked, 'node_modules/c': { integrity: 'c1', optional: true } }
    expect(bootstrap(withOptional, locked)).toMatchObject({ installed: false, ran: true })
  })

  it('lets a package be that only this system has', () => {
    const withOptional = { ...locked, 'node_modules/c': { integrity: 'c1', optional: true } }
    expect(bootstrap(locked, withOptional)).toMatchObject({ installed: false, ran: true })
  })

  it('hands the other words on', () => {
    expect(bootstrap(locked, locked, ['test', '--port', '8081']).stdout).toContain('ran: --port 8081')
  })

  it('refuses a job that it does not know', () => {
    expect(bootstrap(locked, locked, ['dance'])).toMatchObject({ ran: false, status: 1 })
  })
})
