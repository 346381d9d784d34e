import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testCloud'

type Values = Record<'seal' | 'code' | 'other' | 'home', string | undefined>

async function valuesOf(cloud: TestCloud, name: string): Promise<Values> {
  return ((await cloud.call(name, {}, 'anna')) as { result: Values }).result
}

describe('declared secrets', () => {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-cloud-'))
  let cloud: TestCloud

  beforeAll(async () => {
    cloud = await startTestCloud({ data })
  })
  afterAll(() => cloud.dispose())

  it('are in the environment of the functions that declare them, as long as declared', async () => {
    const { seal, code } = await valuesOf(cloud, 'secretKeeper')
    expect([Buffer.from(seal!, 'base64url').length, Buffer.from(code!, 'base64url').length]).toEqual([32, 6])
  })

  it('have one value for every function that names them, and none for others', async () => {
    const keeper = await valuesOf(cloud, 'secretKeeper')
    const sharer = await valuesOf(cloud, 'secretSharer')
    expect(sharer.seal).toBe(keeper.seal)
    expect([sharer.code, keeper.other]).toEqual([undefined, undefined])
  })

  it('are known outside only when they are to be shown', async () => {
    expect(cloud.secrets).toEqual({ SETUP_CODE: (await valuesOf(cloud, 'secretKeeper')).code })
  })

  it('lie in a file that only its owner may read', () => {
    expect((statSync(join(data, 'secrets.json')).mode & 0o777).toString(8)).toBe('600')
    expect(
      Object.keys(JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as object).sort(),
    ).toEqual(['OTHER_KEY', 'SEAL_KEY', 'SETUP_CODE'])
  })

  it('stay the same when the cloud is started again', async () => {
    const before = await valuesOf(cloud, 'secretKeeper')
    await cloud.stop()
    cloud = await startTestCloud({ data })
    expect(await valuesOf(cloud, 'secretKeeper')).toEqual(before)
  })

  it('come without the environment of the machine', async () => {
    expect((await valuesOf(cloud, 'secretKeeper')).home).toBeUndefined()
  })
})
