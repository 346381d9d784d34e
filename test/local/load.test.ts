import { fixtureTurns, putUnderLoad } from './load'
import { startTestCloud, type TestCloud } from './testCloud'
import { until } from './until'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ warmth: { spareMs: 200, lastMs: 400 } })
})
afterAll(() => cloud.dispose())

describe('two hundred clients at once for five seconds', () => {
  it('are all answered, without an error but those they asked for, and leave nothing running', async () => {
    const load = { port: cloud.port, clients: 200, seconds: 5, turns: fixtureTurns }
    const { taken, wrong } = await putUnderLoad(load)
    expect(wrong).toEqual([])
    expect(Math.min(...Object.values(taken))).toBeGreaterThan(0)
    await until(() => Object.values(cloud.countInstances()).every((count) => count === 0))
  })
})
