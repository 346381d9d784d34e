import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import CloudBase from '@cloudbase/manager-node'
import { unzipSync } from 'fflate'
import { openCloudBase } from '../../../config/deploy/cloudbase'
import { changeKeys, deploy } from '../../../config/deploy/deploy'
import { RUNTIME, storageRule } from '../../../config/deploy/environment'
import { ENVIRONMENT, TencentCloud } from './tencentCloud'
import { draw, wantedOf } from './wantedOf'

/** The library as it is; only what it would send over the network is answered here. */
let tencent: TencentCloud
let functions: string

interface Sending {
  service: string
}

interface Sender {
  request(this: Sending, action: string, parameters?: object): Promise<object>
}

/** The one place where the library asks Tencent Cloud. It is no part of what the library promises: its version is pinned. */
const { CloudService } = jest.requireActual<{ CloudService: { prototype: Sender } }>(
  '@cloudbase/manager-node/lib/utils',
)

beforeEach(() => {
  tencent = new TencentCloud()
  const answer = function (this: Sending, action: string, given: object = {}) {
    return Promise.resolve().then(() => tencent.answer(this.service, action, given))
  }
  jest.spyOn(CloudService.prototype, 'request').mockImplementation(answer)
  // The library looks each second whether a function is ready.
  const { setInterval: later } = global
  jest.spyOn(global, 'setInterval').mockImplementation((work, ms) => later(work, (ms ?? 0) / 200))
  functions = mkdtempSync(path.join(tmpdir(), 'shouwang-deploy-'))
  for (const name of Object.keys(wantedOf().functions)) {
    mkdirSync(path.join(functions, name))
    for (const file of ['index.js', 'index.js.map', 'later.js', 'package.json', 'config.json'])
      writeFileSync(path.join(functions, name, file), `${file} of ${name}`)
  }
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(functions, { recursive: true })
})

const open = () =>
  openCloudBase(new CloudBase({ secretId: 'id', secretKey: 'key', envId: ENVIRONMENT }), functions)

async function run(wanted = wantedOf()) {
  const lines: string[] = []
  tencent.requests.length = 0
  const isGood = await deploy(false, { wanted, cloud: open(), draw, say: (line) => lines.push(line) })
  return { isGood, lines }
}

const asked = (action: string) =>
  tencent.requests.filter(([, what]) => what === action).map(([, , given]) => given)

it('what it has made it reads as wanted, so that a second time changes nothing', async () => {
  expect((await run()).isGood).toBe(true)
  expect((await run()).lines).toContain('Nothing differs: there is nothing to do.')
  const changing = /^(Create|Update|Modify|Delete|BatchCreate)/
  expect(tencent.requests.filter(([, action]) => changing.test(action))).toEqual([])
})

it('no phone comes at a collection, from the moment after it is made', async () => {
  await run()
  const actions = tencent.requests.filter(([, action]) => /^(CreateTable|ModifyDatabaseACL)$/.test(action))
  expect(
    actions.map(([, action, { TableName, CollectionName, AclTag }]) => [
      action,
      TableName ?? CollectionName,
      AclTag,
    ]),
  ).toEqual([
    ['CreateTable', 'cases', undefined],
    ['ModifyDatabaseACL', 'cases', 'ADMINONLY'],
    ['CreateTable', 'jobs', undefined],
    ['ModifyDatabaseACL', 'jobs', 'ADMINONLY'],
  ])
})

it('indexes are made with their order and their uniqueness', async () => {
  await run()
  expect(asked('UpdateTable')).toMatchObject([
    {
      EnvId: ENVIRONMENT,
      TableName: 'cases',
      CreateIndexes: [
        {
          IndexName: 'owner',
          MgoKeySchema: {
            MgoIndexKeys: [
              { Name: 'owner', Direction: '1' },
              { Name: 'openedAt', Direction: '-1' },
            ],
            MgoIsUnique: false,
          },
        },
        { IndexName: 'receipt', MgoKeySchema: { MgoIsUnique: true } },
      ],
    },
  ])
})

it('a function is made with its limits, its variables and the files of its folder, whose packages the cloud installs', async () => {
  await run()
  const [people] = asked('CreateFunction') as {
    Code: { ZipFile: string }
    Environment: { Variables: object[] }
  }[]
  expect(people).toMatchObject({
    FunctionName: 'people',
    Namespace: ENVIRONMENT,
    Runtime: RUNTIME,
    Handler: 'index.main',
    Timeout: 10,
    MemorySize: 256,
    InstallDependency: 'TRUE',
    Description: '守望 0123456789abcdef',
  })
  expect(people!.Environment.Variables).toHaveLength(3)
  const files = unzipSync(Buffer.from(people!.Code.ZipFile, 'base64'))
  const texts = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])
  expect(texts).toEqual([
    ['index.js', 'index.js of people'],
    ['package.json', 'package.json of people'],
    ['config.json', 'config.json of people'],
    ['later.js', 'later.js of people'],
  ])
})

it('the rule for files is the one that is meant', async () => {
  await run()
  const [{ AclTag, Rule } = {}] = asked('ModifyStorageSafeRule')
  expect([AclTag, JSON.parse(String(Rule))]).toEqual(['CUSTOM', storageRule])
  const [, path_ = ''] = /\/(\^.*)\/\.test/.exec(String(storageRule.write)) ?? []
  const pattern = new RegExp(path_)
  expect(['incoming/x', 'pictures/x', 'x/incoming/x'].map((name) => pattern.test(name))).toEqual([
    true,
    false,
    false,
  ])
})

it('a changed timer, other code and a removed function reach the cloud', async () => {
  await run()
  const wanted = wantedOf()
  const { people, ...others } = wanted.functions
  expect(people).toBeDefined()
  const { returnee } = others
  returnee!.timers = [{ name: 'everyMinute', cron: '0 */2 * * * * *' }]
  returnee!.mark.code = 'cccccccccccccccc'
  expect((await run({ ...wanted, functions: others })).isGood).toBe(true)
  expect(asked('UpdateFunctionCode')).toMatchObject([{ FunctionName: 'returnee', InstallDependency: 'TRUE' }])
  expect(asked('DeleteTrigger')).toMatchObject([{ FunctionName: 'returnee', TriggerName: 'everyMinute' }])
  expect(asked('DeleteFunction')).toMatchObject([{ FunctionName: 'people' }])
  expect((await run({ ...wanted, functions: others })).lines).toContain(
    'Nothing differs: there is nothing to do.',
  )
})

it('packages that cannot be installed are a failure, and another time uploads them again', async () => {
  await run()
  const wanted = wantedOf()
  wanted.functions.people!.mark.code = 'dddddddddddddddd'
  tencent.installs = 'UpdateFailed'
  const failed = await run(wanted)
  expect(failed.isGood).toBe(false)
  expect(failed.lines).toContainEqual(expect.stringMatching(/^Step 1 failed: people is UpdateFailed/))
  tencent.installs = 'Active'
  expect((await run(wanted)).isGood).toBe(true)
  expect(asked('UpdateFunctionCode')).toHaveLength(1)
})

it('a turn of keys keeps every other variable of a function', async () => {
  await run()
  tencent.requests.length = 0
  await changeKeys('add', false, { wanted: wantedOf(), cloud: open(), draw, say: () => undefined })
  const changes = asked('UpdateFunctionConfiguration') as {
    FunctionName: string
    Environment: { Variables: { Key: string }[] }
  }[]
  expect(
    changes.map(({ FunctionName, Environment }) => [
      FunctionName,
      Environment.Variables.map(({ Key }) => Key),
    ]),
  ).toEqual([
    ['people', ['SHOUWANG_SEAL_KEY', 'SHOUWANG_HASH_KEY', 'SHOUWANG_SETUP_CODE']],
    ['returnee', ['SHOUWANG_SEAL_KEY', 'SHOUWANG_HASH_KEY', 'SHOUWANG_TEMPLATE_CASE_PROGRESS']],
    ['upkeep', ['SHOUWANG_SEAL_KEY', 'SHOUWANG_HASH_KEY', 'SHOUWANG_KEYS']],
  ])
})
