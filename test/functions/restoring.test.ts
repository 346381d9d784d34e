import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answered, openCommunity, runCommunity, type Community } from './support/community'
import { act, registered } from './support/registrations'

/** As docs/operations.md says: a copy of the data and, kept apart from it, the keys. */
let backup: string
let keys: string
let id: string
const open: Community[] = []

beforeAll(async () => {
  backup = join(mkdtempSync(join(tmpdir(), 'shouwang-backup-')), 'data')
  const community = await openCommunity()
  const first = await registered(community, 'resident-1')
  id = first.id
  answered(await community.as('worker-1-1').returnee.ask({ ...act(first), words: '请问住哪个房间？' }))
  await community.cloud.stop()
  cpSync(community.data, backup, { recursive: true })
  keys = readFileSync(join(backup, 'secrets.json'), 'utf8')
  rmSync(join(backup, 'secrets.json'))
  rmSync(community.data, { recursive: true })
})
afterAll(async () => {
  for (const community of open) await community.close()
  rmSync(backup, { recursive: true })
})

/** The backup, brought back to run somewhere else with these keys. */
async function restored(secrets: string): Promise<Community> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-restored-'))
  cpSync(backup, data, { recursive: true })
  writeFileSync(join(data, 'secrets.json'), secrets)
  const community = await runCommunity(data)
  open.push(community)
  return community
}

const verify = async (community: Community) =>
  answered(await community.as('administrator').upkeep.verify({ after: null }))

it('a backup with its keys is whole: everything can be read, every history follows, and work goes on', async () => {
  const community = await restored(keys)
  const shown = answered(await community.as('resident-1').returnee.show({ case: id }))
  expect(JSON.stringify(shown)).toContain('请问住哪个房间？')
  expect(await verify(community)).toMatchObject({ verified: 1, altered: 0 })
  const answer = await community.as('resident-1').returnee.answer({ ...act(shown), words: '次卧' })
  expect(answered(answer).status).toBe('submitted')
})

it('a backup without its keys tells nobody what is sealed in it', async () => {
  const other = Object.fromEntries(
    Object.keys(JSON.parse(keys) as object).map((name) => [name, 'x'.repeat(43)]),
  )
  const community = await restored(JSON.stringify(other))
  const shown = await community.as('resident-1').returnee.show({ case: id })
  expect(JSON.stringify(shown)).not.toContain('请问住哪个房间？')
  expect(await verify(community)).toMatchObject({ altered: 1 })
})
