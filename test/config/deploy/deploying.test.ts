import { deploy } from '../../../config/deploy/deploy'
import type { Wanted } from '../../../config/deploy/wanted'
import { NOT_CODED, openMemoryCloud, type MemoryCloud } from './memoryCloud'
import { draw, functionOf, key, wantedOf } from './wantedOf'

async function run(cloud: MemoryCloud | undefined, wanted: Wanted = wantedOf(), isDry = false) {
  const lines: string[] = []
  const isGood = await deploy(isDry, { wanted, cloud, draw, say: (line) => lines.push(line) })
  return { isGood, lines, text: lines.join('\n') }
}

const variableOf = ({ environment }: MemoryCloud, name: string) =>
  Object.values(environment.functions).flatMap(({ variables }) => variables[name] ?? [])

it('an environment that has been deployed needs nothing more', async () => {
  const cloud = openMemoryCloud()
  expect((await run(cloud)).isGood).toBe(true)
  const before = structuredClone(cloud.environment)
  const again = await run(cloud)
  expect(again.lines[0]).toBe('Nothing differs: there is nothing to do.')
  expect([again.isGood, cloud.environment]).toEqual([true, before])
})

it('every function that names a secret has the same one', async () => {
  const cloud = openMemoryCloud()
  await run(cloud)
  expect(variableOf(cloud, 'SHOUWANG_SEAL_KEY')).toHaveLength(3)
  expect(new Set(variableOf(cloud, 'SHOUWANG_SEAL_KEY')).size).toBe(1)
})

const count = 8

it.each(
  Array.from({ length: count }, (_, n) => [n + 1] as const).flatMap(([n]) => [
    [n, 'before'] as const,
    [n, 'after'] as const,
  ]),
)('interrupted at step %i, %s it was done, it ends well when run again', async (n, when) => {
  const whole = openMemoryCloud()
  await run(whole)
  expect(whole.told).toHaveLength(count)
  const cloud = openMemoryCloud()
  cloud.failAt(n, when)
  const first = await run(cloud)
  expect(first.isGood).toBe(false)
  expect(first.lines).toContain(`Step ${n} failed: ${NOT_CODED}`)
  const sealedBy = variableOf(cloud, 'SHOUWANG_SEAL_KEY')[0]
  expect((await run(cloud)).isGood).toBe(true)
  expect((await run(cloud)).lines[0]).toBe('Nothing differs: there is nothing to do.')
  expect(Object.keys(cloud.environment.functions)).toEqual(Object.keys(whole.environment.functions))
  expect(new Set(variableOf(cloud, 'SHOUWANG_SEAL_KEY')).size).toBe(1)
  if (sealedBy) expect(variableOf(cloud, 'SHOUWANG_SEAL_KEY')).toContain(sealedBy)
})

it('nothing that is said holds a secret, but for the code of the first administrator, once', async () => {
  const cloud = openMemoryCloud()
  const first = await run(cloud)
  const code = variableOf(cloud, 'SHOUWANG_SETUP_CODE')[0]!
  expect(first.text.match(/secret-\d+/g)).toEqual([code])
  const again = await run(cloud, {
    ...wantedOf(),
    functions: { ...wantedOf().functions, more: functionOf() },
  })
  expect(again.text).toContain('create function more')
  expect(again.text).not.toMatch(/secret-/)
})

it('what a person has to do or to know is said for what was done, also when something else failed then', async () => {
  const cloud = openMemoryCloud()
  cloud.failAt(count, 'before')
  const first = await run(cloud)
  const again = await run(cloud)
  const code = variableOf(cloud, 'SHOUWANG_SETUP_CODE')[0]!
  expect([first.isGood, first.text.includes(code), again.text.includes(code)]).toEqual([false, true, false])
  expect(first.text).toContain('returnee: subscribeMessage.send')
  expect(again.text).not.toContain('returnee: subscribeMessage.send')
})

it('an error of the cloud that repeats a secret is said without it', async () => {
  const cloud = openMemoryCloud()
  const apply = cloud.apply.bind(cloud)
  cloud.apply = (step) =>
    step.do === 'createFunction' ? Promise.reject(new Error(`no: ${JSON.stringify(step)}`)) : apply(step)
  const { isGood, text } = await run(cloud)
  expect([isGood, text.includes('***')]).toEqual([false, true])
  expect(text).not.toMatch(/secret-/)
})

it('a dry run says every step and changes nothing', async () => {
  const cloud = openMemoryCloud()
  const dry = await run(cloud, wantedOf(), true)
  expect(cloud.told).toEqual([])
  expect(dry.text).not.toMatch(/secret-/)
  const steps = (lines: string[]) => lines.filter((line) => /^ *\d+\/\d+ /.test(line))
  expect(steps((await run(cloud)).lines)).toEqual(steps(dry.lines))
})

it('a dry run without a cloud says what an empty one would get', async () => {
  const dry = await run(undefined, wantedOf(), true)
  expect(dry.isGood).toBe(true)
  expect(dry.lines.filter((line) => /^ *\d+\/8 /.test(line))).toHaveLength(8)
})

it('a new function has the keys of the others', async () => {
  const cloud = openMemoryCloud()
  await run(cloud)
  await run(cloud, { ...wantedOf(), functions: { ...wantedOf().functions, looks: functionOf() } })
  expect(cloud.environment.functions.looks?.variables.SHOUWANG_SEAL_KEY).toBe(
    cloud.environment.functions.upkeep?.variables.SHOUWANG_SEAL_KEY,
  )
})

it('a secret that a newer version names is made, though others are there', async () => {
  const cloud = openMemoryCloud()
  await run(cloud)
  const tips = functionOf({ secrets: [key('SHOUWANG_RECEIPT_KEY')] })
  expect((await run(cloud, { ...wantedOf(), functions: { ...wantedOf().functions, tips } })).isGood).toBe(
    true,
  )
  expect(variableOf(cloud, 'SHOUWANG_RECEIPT_KEY')).toHaveLength(1)
})

describe('a key that nobody has any more', () => {
  const lostIn = async () => {
    const cloud = openMemoryCloud()
    await run(cloud)
    for (const { variables } of Object.values(cloud.environment.functions)) delete variables.SHOUWANG_SEAL_KEY
    return cloud
  }

  it('is not made anew while functions are there that had it', async () => {
    const cloud = await lostIn()
    const before = structuredClone(cloud.environment)
    const { isGood, text } = await run(cloud)
    expect([isGood, cloud.environment]).toEqual([false, before])
    expect(text).toMatch(/^SHOUWANG_SEAL_KEY is in no function/)
  })

  it('is not made anew while there are data, though all functions are gone', async () => {
    const cloud = await lostIn()
    cloud.environment.functions = {}
    cloud.environment.collections.cases!.documents = 1
    expect((await run(cloud)).isGood).toBe(false)
  })

  it('is what the operator brings along', async () => {
    const cloud = await lostIn()
    expect((await run(cloud, wantedOf({ brought: { SHOUWANG_SEAL_KEY: 'kept' } }))).isGood).toBe(true)
    expect(variableOf(cloud, 'SHOUWANG_SEAL_KEY')).toEqual(['kept', 'kept', 'kept'])
  })

  it('brought along does not replace one that is there', async () => {
    const cloud = openMemoryCloud()
    await run(cloud)
    await run(cloud, wantedOf({ brought: { SHOUWANG_SEAL_KEY: 'kept' } }))
    expect(variableOf(cloud, 'SHOUWANG_SEAL_KEY')).not.toContain('kept')
  })
})

it('keys that have nothing in common are a fault, and nothing is done', async () => {
  const cloud = openMemoryCloud()
  await run(cloud)
  cloud.environment.functions.people!.variables.SHOUWANG_SEAL_KEY = 'other'
  const before = structuredClone(cloud.environment)
  const { isGood, text } = await run(cloud)
  expect([isGood, cloud.environment]).toEqual([false, before])
  expect(text).toMatch(/^SHOUWANG_SEAL_KEY is not the same in all functions/)
})

it('says which functions must be allowed by hand to call WeChat, until that has been said', async () => {
  const cloud = openMemoryCloud()
  expect((await run(cloud)).text).toMatch(/config\.json of each of these[^]*returnee: subscribeMessage\.send/)
  expect((await run(cloud)).text).not.toMatch(/config\.json/)
})

it('says which messages will not be sent, until their template is there', async () => {
  const cloud = openMemoryCloud()
  const missing = (text: string) => text.match(/SHOUWANG_TEMPLATE_\w+ is not set/g)
  expect(missing((await run(cloud)).text)).toEqual([
    'SHOUWANG_TEMPLATE_TODO_ARRIVED is not set',
    'SHOUWANG_TEMPLATE_DAILY_REMINDER is not set',
  ])
  const templates = { SHOUWANG_TEMPLATE_TODO_ARRIVED: 'id-2', SHOUWANG_TEMPLATE_DAILY_REMINDER: 'id-3' }
  expect(missing((await run(cloud, wantedOf({ templates }))).text)).toBeNull()
  expect(missing((await run(cloud, wantedOf({ templates: {} }))).text)).toBeNull()
})

it('says what to do when the environment cannot be read', async () => {
  const cloud = openMemoryCloud()
  const cause = Object.assign(new Error('no such key'), { code: 'AuthFailure.SecretIdNotFound' })
  cloud.read = () => Promise.reject(cause)
  const { isGood, lines } = await run(cloud)
  expect(isGood).toBe(false)
  expect(lines).toEqual([
    'The environment cannot be read: no such key (AuthFailure.SecretIdNotFound) ' +
      'Look at TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY, and at the clock of this machine.',
  ])
})
