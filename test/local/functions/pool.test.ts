import { bundleSdk } from '../../../local/functions/bundledSdk'
import { createCallTokens } from '../../../local/functions/callTokens'
import { readDefinitions } from '../../../local/functions/definition'
import { Functions } from '../../../local/functions/functions'
import type { Outcome } from '../../../local/functions/outcome'
import type { Warmth } from '../../../local/functions/pool'
import { fixtures } from '../testCloud'
import { until } from '../until'

let sdk: string
beforeAll(async () => {
  sdk = await bundleSdk()
})

let functions: Functions
afterEach(() => functions.stop())

function open(warmth: Warmth): void {
  functions = new Functions({
    definitions: readDefinitions(fixtures),
    secrets: { of: () => ({}), shown: {} },
    tokens: createCallTokens(),
    cloudAddress: 'http://127.0.0.1:1',
    sdk,
    warmth,
    log: () => undefined,
  })
}

const ask = (action: string): Promise<Outcome> =>
  functions.call('faulty', { action }, { openid: 'anna', source: 'wx_client' })
const instances = (): number => functions.sizes.faulty ?? 0
const worked = { ok: true, result: '"worked"' }

describe('instances that have nothing to do', () => {
  it('are ended, but for one', async () => {
    open({ spareMs: 100, lastMs: 3_600_000 })
    const calls = Promise.all(Array.from({ length: 16 }, () => ask('pauses')))
    await until(() => instances() > 1)
    await calls
    await until(() => instances() === 1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(instances()).toBe(1)
  })

  it('are all ended in the end, and one is started by the next call', async () => {
    open({ spareMs: 50, lastMs: 100 })
    expect(await ask('works')).toEqual(worked)
    await until(() => instances() === 0)
    expect(await ask('works')).toEqual(worked)
  })

  it('stay while they are needed', async () => {
    open({ spareMs: 50, lastMs: 100 })
    expect(await ask('pauses')).toEqual({ ok: true, result: '"rested"' })
    expect(instances()).toBe(1)
  })

  it('are one when calls come one after the other', async () => {
    open({ spareMs: 3_600_000, lastMs: 3_600_000 })
    for (let n = 0; n < 20; n += 1) await ask('works')
    expect(instances()).toBe(1)
  })
})
