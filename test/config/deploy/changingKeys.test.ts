import { changeKeys, deploy } from '../../../config/deploy/deploy'
import { turns, type Turn } from '../../../config/deploy/rotation'
import { NOT_CODED, openMemoryCloud, type MemoryCloud } from './memoryCloud'
import { draw, functionOf, wantedOf } from './wantedOf'

const silent = () => undefined

async function deployed(): Promise<MemoryCloud> {
  const cloud = openMemoryCloud()
  await deploy(false, { wanted: wantedOf(), cloud, draw, say: silent })
  return cloud
}

async function turn(cloud: MemoryCloud, one: Turn) {
  const lines: string[] = []
  const surroundings = { wanted: wantedOf(), cloud, draw, say: (line: string) => lines.push(line) }
  return { isGood: await changeKeys(one, false, surroundings), text: lines.join('\n') }
}

const sealKeys = ({ environment }: MemoryCloud) =>
  Object.values(environment.functions).map(({ variables }) => variables.SHOUWANG_SEAL_KEY?.split(',') ?? [])

it('three turns put new keys in the place of the old ones, in every function', async () => {
  const cloud = await deployed()
  const [old = ''] = sealKeys(cloud)[0]!
  await turn(cloud, 'add')
  const added = sealKeys(cloud)[0]![1]!
  expect(sealKeys(cloud)).toEqual([[old, added], [old, added], [old, added]]) // prettier-ignore
  await turn(cloud, 'use')
  expect(sealKeys(cloud)).toEqual([[added, old], [added, old], [added, old]]) // prettier-ignore
  await turn(cloud, 'drop')
  expect(sealKeys(cloud)).toEqual([[added], [added], [added]])
  expect(cloud.environment.functions.upkeep?.variables).not.toHaveProperty('SHOUWANG_KEYS')
})

it('both keys turn, and nothing else does', async () => {
  const cloud = await deployed()
  const before = structuredClone(cloud.environment)
  for (const one of turns) await turn(cloud, one)
  for (const name of ['people', 'returnee', 'upkeep']) {
    const { SHOUWANG_SEAL_KEY, SHOUWANG_HASH_KEY, ...others } = cloud.environment.functions[name]!.variables
    const { SHOUWANG_SEAL_KEY: seal, SHOUWANG_HASH_KEY: hash, ...same } = before.functions[name]!.variables
    expect([SHOUWANG_SEAL_KEY === seal, SHOUWANG_HASH_KEY === hash, others]).toEqual([false, false, same])
  }
  expect(cloud.environment.collections).toEqual(before.collections)
})

it('the function that seals anew is told of each turn after all others', async () => {
  const cloud = await deployed()
  cloud.told.length = 0
  await turn(cloud, 'add')
  expect(cloud.told.map((step) => 'function' in step && step.function)).toEqual([
    'people',
    'returnee',
    'upkeep',
  ])
})

it.each(turns.flatMap((one) => [1, 2, 3].map((n) => [one, n] as const)))(
  'the turn %s, interrupted at step %i, ends where it would have ended',
  async (one, n) => {
    const cloud = await deployed()
    for (const earlier of turns.slice(0, turns.indexOf(one))) await turn(cloud, earlier)
    const [first = '', second = ''] = sealKeys(cloud)[2]!
    for (const when of ['before', 'after'] as const) {
      const broken = openMemoryCloud(cloud.environment)
      broken.failAt(n, when)
      expect((await turn(broken, one)).text).toContain(NOT_CODED)
      await turn(broken, one)
      const ended = sealKeys(broken)
      expect(new Set(ended.map(String)).size).toBe(1)
      if (one === 'add') expect([ended[0]!.length, ended[0]![0]]).toEqual([2, first])
      if (one === 'use') expect(ended[0]).toEqual([second, first])
      if (one === 'drop') expect(ended[0]).toEqual([first])
    }
  },
)

it('a turn that has been done is not done twice', async () => {
  const cloud = await deployed()
  for (const one of ['add', 'use'] as const) {
    await turn(cloud, one)
    const before = structuredClone(cloud.environment)
    expect((await turn(cloud, one)).text).toBe('Nothing differs: there is nothing to do.')
    expect(cloud.environment).toEqual(before)
  }
})

it.each<[Turn[], Turn, string]>([
  [[], 'use', 'the first turn is `--keys add`'],
  [[], 'drop', 'the first turn is `--keys add`'],
  [['add'], 'drop', 'the next turn is `--keys use`'],
  [['add', 'use'], 'add', 'the next turn, after seven days, is `--keys drop`'],
])('after the turns %j, %s is refused', async (before, one, sentence) => {
  const cloud = await deployed()
  for (const earlier of before) await turn(cloud, earlier)
  const environment = structuredClone(cloud.environment)
  const { isGood, text } = await turn(cloud, one)
  expect([isGood, cloud.environment]).toEqual([false, environment])
  expect(text).toContain(sentence)
})

it('nothing that is said holds a key', async () => {
  const cloud = await deployed()
  for (const one of turns) expect((await turn(cloud, one)).text).not.toMatch(/secret-/)
})

it('a deployment between two turns changes no key, and gives new functions both', async () => {
  const cloud = await deployed()
  await turn(cloud, 'add')
  const keys = sealKeys(cloud)
  const wanted = { ...wantedOf(), functions: { ...wantedOf().functions, looks: functionOf() } }
  await deploy(false, { wanted, cloud, draw, say: silent })
  expect(sealKeys(cloud)).toEqual([...keys, keys[0]])
})

it('an environment without functions has no keys to turn', async () => {
  expect((await turn(openMemoryCloud(), 'add')).text).toBe('There is no upkeep that has keys: deploy first.')
})
