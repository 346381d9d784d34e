import { spawnSync } from 'node:child_process'
import { inRoot, root } from '../../config/root'

/** A command as an operator starts it who has set up nothing; `.env` and the caller's own settings count for nothing. */
function run(command: 'deploy' | 'upload', ...words: string[]) {
  const { PATH } = process.env
  const script = inRoot(`config/${command}/index.ts`)
  const tsx = inRoot('node_modules/tsx/dist/cli.mjs')
  const env = {
    PATH,
    SHOUWANG_APPID: '',
    SHOUWANG_UPLOAD_KEY: '',
    TENCENTCLOUD_SECRETID: '',
    TENCENTCLOUD_SECRETKEY: '',
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, script, ...words], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr: stderr.trim() }
}

it.each<[string, 'deploy' | 'upload', string[], RegExp]>([
  ['a deployment without an environment', 'deploy', [], /^The id of the cloud environment is missing/],
  [
    'a deployment without a key',
    'deploy',
    ['--env', 'e'],
    /^The key of the Tencent Cloud account is missing/,
  ],
  ['an upload without an AppID', 'upload', [], /^The AppID is missing/],
])('%s says what is missing in one sentence, and ends with 1', (_, command, words, sentence) => {
  const { status, stderr } = run(command, ...words)
  expect([status, stderr.split('\n').length]).toEqual([1, 1])
  expect(stderr).toMatch(sentence)
})

it('a dry run of an upload says what is missing and how large it would be', () => {
  const { status, stdout } = run('upload', '--dry-run')
  expect(status).toBe(0)
  expect(stdout).toMatch(/The AppID is missing/)
  expect(stdout).toMatch(/Would build dist\/weapp/)
})

it('a dry run of a deployment says every step without a key', () => {
  const { status, stdout } = run('deploy', '--env', 'e', '--dry-run')
  expect(status).toBe(0)
  for (const step of [
    'create collection cases',
    'create function returnee',
    'start timer',
    'files: read false',
  ])
    expect(stdout).toContain(step)
})
