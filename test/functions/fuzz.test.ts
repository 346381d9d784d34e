import { contract } from '@contract'
import type { Verification } from '@contract/upkeep'
import { openFuzzed, type FuzzedCommunity } from './support/fuzz/fuzzedCommunity'
import { seed } from './support/seed'
import { fuzz } from './support/fuzz/fuzzing'
import { answered } from './support/community'

/** Calls of one community; then the next is opened, before the last has nothing left that could be asked about. */
const OF_ONE_COMMUNITY = 2_000

/** `SHOUWANG_FUZZ=50000` asks as often. */
const times = Number(process.env.SHOUWANG_FUZZ ?? OF_ONE_COMMUNITY)

const rounds = Array.from({ length: Math.ceil(times / OF_ONE_COMMUNITY) }, (_, round) => ({
  calls: Math.min(OF_ONE_COMMUNITY, times - round * OF_ONE_COMMUNITY),
  seed: seed + round,
}))

describe.each(rounds)('of $calls calls, right, almost right and hostile (seed $seed)', (round) => {
  let fuzzed: FuzzedCommunity
  beforeAll(async () => {
    fuzzed = await openFuzzed()
  }, 120_000)
  afterAll(() => {
    fuzzed.writes.end()
    fuzzed.store.close()
    return fuzzed.community.close()
  })

  it('none fails, hangs, stores what was refused or shows what is somebody else’s', async () => {
    await fuzz(fuzzed, round.calls, round.seed)
    if (process.env.SHOUWANG_FUZZ_COUNTS)
      console.log(
        [...fuzzed.counts]
          .sort()
          .map(([what, n]) => `${n} ${what}`)
          .join('\n'),
      )
  }, 900_000)

  it('many were done, and not only refused', () => {
    const done = [...fuzzed.counts.keys()].filter((what) => what.endsWith(' ok'))
    const actions = Object.values(contract).flatMap((some) => Object.keys(some)).length
    expect(done.length).toBeGreaterThan(actions / 3)
  })

  it('every timer works with what they have left', async () => {
    for (const { function: name } of fuzzed.community.cloud.listTimers()) {
      expect([name, await fuzzed.community.cloud.fireTimer(name)]).toEqual([
        name,
        { result: { ok: true, data: null } },
      ])
    }
  }, 120_000)

  it('every case follows from its history', async () => {
    const { upkeep } = fuzzed.community.as('administrator')
    for (let after: string | null | undefined = null; after !== undefined;) {
      const verification: Verification = answered(await upkeep.verify({ after }))
      expect(verification).toMatchObject({ altered: 0, first: null })
      after = verification.next ?? undefined
    }
  }, 120_000)

  it('nothing that was told stands in clear in what is printed or stored', async () => {
    const printed = Buffer.from(fuzzed.community.printed.join('\n'))
    const stored = await fuzzed.community.storedBytes()
    const standing = fuzzed.watched
      .flatMap(({ secrets }) => [...secrets.sealed, ...secrets.words])
      .filter((secret) => printed.includes(secret) || stored.includes(secret))
    expect(standing).toEqual([])
  })
})
