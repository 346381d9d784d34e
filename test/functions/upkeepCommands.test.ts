import { rmSync } from 'node:fs'
import { reseal, rotate, verify, type Folder } from '../../local/upkeep/commands'
import { answered, openCommunity, runCommunity } from './support/community'
import { asIntruder } from './support/intruder'
import { registered } from './support/registrations'

/** A data folder with two registrations, on which nothing runs. */
async function idleFolder(): Promise<Folder> {
  const community = await openCommunity()
  for (const openid of ['resident-1', 'resident-2']) await registered(community, openid)
  await community.cloud.stop()
  return {
    path: community.data,
    async withFunctions(work) {
      const { cloud } = await runCommunity(community.data)
      try {
        return await work({ origin: cloud.origin, openid: 'administrator' })
      } finally {
        await cloud.stop()
      }
    },
  }
}

let folder: Folder
beforeAll(async () => {
  folder = await idleFolder()
}, 60_000)
afterAll(() => rmSync(folder.path, { recursive: true, force: true }))

/** How a command ended and what it said. */
async function run(command: typeof verify): Promise<{ isGood: boolean; lines: string[] }> {
  const lines: string[] = []
  return { isGood: await command(folder, (line) => lines.push(line)), lines }
}

describe('the command', () => {
  it('verify says how many cases there are, and that none was altered', async () => {
    expect(await run(verify)).toEqual({ isGood: true, lines: ['2 cases verified, 0 altered'] })
  })

  it('rotate leaves one new key, which opens everything', async () => {
    const { isGood, lines } = await run(rotate)
    expect(isGood).toBe(true)
    expect(lines).toEqual([
      expect.stringMatching(/^\d+ documents sealed anew; no text is sealed by another key than [\w-]{8}$/),
      'The older keys are removed.',
    ])
    const community = await runCommunity(folder.path)
    const [line] = answered(await community.as('resident-1').returnee.mine({}))
    expect(line?.name).toBe('方小棠')
    await community.cloud.stop()
  })

  it('reseal finds nothing left to do', async () => {
    const { lines } = await run(reseal)
    expect(lines[0]).toMatch(/^0 documents sealed anew; /)
  })

  it('verify names the altered case and fails', async () => {
    asIntruder({ data: folder.path }, (store) =>
      store.update('cases', { owner: 'resident-1' }, { $set: { status: 'accepted' } }, { multi: false }),
    )
    const { isGood, lines } = await run(verify)
    expect(isGood).toBe(false)
    expect(lines).toEqual([
      expect.stringMatching(/^ALTERED: case [\w-]{36}: entry 0 \(from 0\) is the last one, and the status/),
      '2 cases verified, 1 altered',
    ])
  })

  it('rotate keeps the older keys while there is a text that none of the keys opens', async () => {
    const foreign = `sealed:AAAAAAAA:${'A'.repeat(60)}`
    asIntruder({ data: folder.path }, (store) =>
      store.update('people', { owner: 'resident-2' }, { $set: { name: foreign } }, { multi: false }),
    )
    const { isGood, lines } = await run(rotate)
    expect(isGood).toBe(false)
    expect(lines).toEqual([
      expect.any(String),
      expect.stringMatching(/^BUT 1 documents hold a text that no key opens, the first people\//),
      'The older keys are kept.',
    ])
  })
})
