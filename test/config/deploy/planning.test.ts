import { emptyEnvironment, storageRule, type Environment } from '../../../config/deploy/environment'
import { readMark, writeMark } from '../../../config/deploy/mark'
import { faultsOf, plan } from '../../../config/deploy/plan'
import type { Wanted } from '../../../config/deploy/wanted'
import { openMemoryCloud } from './memoryCloud'
import { functionOf, wantedOf } from './wantedOf'

const secrets = { SHOUWANG_SEAL_KEY: 'seal', SHOUWANG_HASH_KEY: 'hash', SHOUWANG_SETUP_CODE: 'code' }

/** The environment after the plan has been gone through. */
async function deployed(wanted: Wanted = wantedOf()): Promise<Environment> {
  const cloud = openMemoryCloud()
  for (const step of plan(wanted, emptyEnvironment, secrets)) await cloud.apply(step)
  return cloud.environment
}

/** The steps after somebody has changed the environment. */
async function stepsAfter(change: (environment: Environment) => void, wanted: Wanted = wantedOf()) {
  const environment = await deployed()
  change(environment)
  return plan(wanted, environment, secrets)
}

it('an empty environment gets everything, collections before the functions that use them', () => {
  const steps = plan(wantedOf(), emptyEnvironment, secrets)
  expect(steps.map(({ do: what, ...rest }) => [what, Object.values<unknown>(rest)[0]])).toEqual([
    ['createCollection', 'cases'],
    ['createIndexes', 'cases'],
    ['createCollection', 'jobs'],
    ['setStorageRule', storageRule],
    ['createFunction', 'people'],
    ['createFunction', 'returnee'],
    ['createTimer', 'returnee'],
    ['createFunction', 'upkeep'],
  ])
})

it('a function is told its own secrets, and the ids of templates only if it sends messages', async () => {
  const { functions } = await deployed()
  expect(functions.people?.variables).toEqual(secrets)
  expect(functions.returnee?.variables).toEqual({
    SHOUWANG_SEAL_KEY: 'seal',
    SHOUWANG_HASH_KEY: 'hash',
    SHOUWANG_TEMPLATE_CASE_PROGRESS: 'id-1',
  })
})

it('an environment that is as wanted is left as it is', async () => {
  expect(await stepsAfter(() => undefined)).toEqual([])
})

it.each<[string, (environment: Environment) => void, object[]]>([
  [
    'a collection that phones may read is closed',
    ({ collections }) => (collections.cases!.access = 'READONLY'),
    [{ do: 'closeCollection', collection: 'cases', was: 'READONLY' }],
  ],
  [
    'an index that is gone is made again',
    ({ collections }) => collections.cases!.indexes.pop(),
    [{ do: 'createIndexes', collection: 'cases', indexes: [wantedOf().collections.cases![1]] }],
  ],
  [
    'an index that nobody asked for is dropped',
    ({ collections }) => collections.jobs!.indexes.push({ name: 'old', keys: [['a', '1']], unique: false }),
    [{ do: 'dropIndexes', collection: 'jobs', names: ['old'] }],
  ],
  [
    'an index with other keys is dropped and made again',
    ({ collections }) => collections.cases!.indexes[0]!.keys.reverse(),
    [
      { do: 'dropIndexes', collection: 'cases', names: ['owner'] },
      { do: 'createIndexes', collection: 'cases', indexes: [wantedOf().collections.cases![0]] },
    ],
  ],
  [
    'an index that should be unique, too',
    ({ collections }) => (collections.cases!.indexes[1]!.unique = false),
    [
      { do: 'dropIndexes', collection: 'cases', names: ['receipt'] },
      { do: 'createIndexes', collection: 'cases', indexes: [wantedOf().collections.cases![1]] },
    ],
  ],
  [
    'the indexes of the cloud itself stay',
    ({ collections }) =>
      collections.cases!.indexes.push({ name: '_id_', keys: [['_id', '1']], unique: true }),
    [],
  ],
  [
    'files that phones may read are hidden',
    (environment) => (environment.storageRule = { ...storageRule, read: true }),
    [{ do: 'setStorageRule', rule: storageRule }],
  ],
  [
    'a timer with another time is replaced',
    ({ functions }) => (functions.returnee!.timers[0]!.cron = '0 0 * * * * *'),
    [
      { do: 'removeTimer', function: 'returnee', timer: { name: 'everyMinute', cron: '0 0 * * * * *' } },
      { do: 'createTimer', function: 'returnee', timer: { name: 'everyMinute', cron: '0 * * * * * *' } },
    ],
  ],
  [
    'collections and functions of others are left alone',
    ({ collections, functions }) => {
      collections.theirs = {
        access: 'READONLY',
        documents: 9,
        indexes: [{ name: 'x', keys: [], unique: false }],
      }
      functions.theirs = { ...functions.people!, description: 'not ours' }
    },
    [],
  ],
  [
    'a function that the project no longer has is removed',
    ({ functions }) => (functions.older = { ...functions.people! }),
    [{ do: 'removeFunction', function: 'older' }],
  ],
])('%s', async (_, change, steps) => {
  expect(await stepsAfter(change)).toEqual(steps)
})

it('other code is uploaded before it is written down that it was', async () => {
  const wanted = wantedOf()
  wanted.functions.people = {
    ...wanted.functions.people!,
    mark: { code: 'bbbbbbbbbbbbbbbb', interfaces: [] },
  }
  const steps = await stepsAfter(() => undefined, wanted)
  expect(steps).toMatchObject([
    { do: 'updateCode', function: 'people' },
    { do: 'configure', function: 'people', changed: ['what it was made from'] },
  ])
})

it('other limits are configured, without uploading code', async () => {
  const wanted = wantedOf()
  wanted.functions.people = { ...wanted.functions.people!, timeout: 20, memory: 512 }
  expect(await stepsAfter(() => undefined, wanted)).toMatchObject([
    { do: 'configure', function: 'people', changed: ['timeout 10 to 20 s', 'memory 256 to 512 MB'] },
  ])
})

it('a secret that is there stays, whatever the plan was told; what somebody set by hand stays, too', async () => {
  const environment = await deployed()
  environment.functions.people!.variables.BY_HAND = 'yes'
  const other = { ...secrets, SHOUWANG_SEAL_KEY: 'another', SHOUWANG_SETUP_CODE: 'another' }
  const wanted = wantedOf()
  wanted.functions.people = { ...wanted.functions.people!, timeout: 20 }
  const [step] = plan(wanted, environment, other)
  expect(step).toMatchObject({ settings: { variables: { ...secrets, BY_HAND: 'yes' } } })
})

it('the id of a template is replaced, and one that is not given stays', async () => {
  const given = await stepsAfter(
    () => undefined,
    wantedOf({ templates: { SHOUWANG_TEMPLATE_CASE_PROGRESS: 'id-2' } }),
  )
  expect(given).toMatchObject([
    {
      do: 'configure',
      function: 'returnee',
      settings: { variables: { SHOUWANG_TEMPLATE_CASE_PROGRESS: 'id-2' } },
    },
  ])
  expect(await stepsAfter(() => undefined, wantedOf({ templates: {} }))).toEqual([])
})

it('a function uploaded by hand is taken over, with what it has', async () => {
  const steps = await stepsAfter(({ functions }) => (functions.people!.description = ''))
  expect(steps).toMatchObject([{ do: 'updateCode' }, { do: 'configure', settings: { variables: secrets } }])
})

it('a function on an older Node.js is a fault, because that cannot be changed', async () => {
  const environment = await deployed()
  environment.functions.people!.runtime = 'Nodejs10.15'
  expect(faultsOf(wantedOf(), environment)).toEqual([
    'people runs on Nodejs10.15, which cannot be changed: delete it in the console, and run this again.',
  ])
})

it('what is written into a description can be read again, and holds only what the console takes', () => {
  const { mark } = functionOf({
    mark: { code: '0123456789abcdef', interfaces: ['security.msgSecCheck', 'wxacode.get'] },
  })
  expect(writeMark(mark)).toMatch(/^[\p{Script=Han}A-Za-z0-9 ,.]+$/u)
  expect(readMark(writeMark(mark))).toEqual(mark)
  expect(readMark('A function of somebody else')).toBeUndefined()
})
