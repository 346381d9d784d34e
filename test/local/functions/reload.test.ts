import { startTestCloud, type TestCloud } from '../testCloud'
import { makeStrangersFolder, type StrangersFolder } from './strangersFolder'

let folder: StrangersFolder
let cloud: TestCloud

beforeEach(async () => {
  folder = makeStrangersFolder()
  folder.write({ 'f/index.js': answering('old'), 'bystander/index.js': countingCalls })
  cloud = await startTestCloud({ functions: folder.path })
})
afterEach(async () => {
  await cloud.dispose()
  folder.remove()
})

const answering = (answer: string): string => `exports.main = () => '${answer}'`
const countingCalls = 'let calls = 0\nexports.main = () => (calls += 1)'

async function call(name: string): Promise<unknown> {
  const answer = await cloud.call(name, {}, 'anna')
  return 'result' in answer ? answer.result : answer.error.errMsg
}

function rebuild(name: string, code: string): void {
  folder.write({ [`${name}/index.js`]: code })
  cloud.reload([name])
}

describe('functions that are reloaded', () => {
  it('answer with their new code', async () => {
    expect(await call('f')).toBe('old')
    rebuild('f', answering('new'))
    expect(await call('f')).toBe('new')
  })

  it('leave the instances of others as they are', async () => {
    await call('bystander')
    rebuild('f', answering('new'))
    expect(await call('bystander')).toBe(2)
  })

  it('end a call under way on the code they began with', async () => {
    rebuild('f', `exports.main = () => new Promise((resolve) => setTimeout(resolve, 500, 'slow and old'))`)
    await call('f')
    const underWay = call('f')
    rebuild('f', answering('new'))
    expect(await call('f')).toBe('new')
    expect(await underWay).toBe('slow and old')
  })

  it('say why they cannot be loaded, until they can', async () => {
    rebuild('f', 'exports.main = (')
    expect(await call('f')).toMatch(/^SyntaxError/)
    rebuild('f', answering('healed'))
    expect(await call('f')).toBe('healed')
  })

  it('obey their new config.json', async () => {
    folder.write({ 'f/config.json': '{ "timeout": 1 }' })
    rebuild('f', 'exports.main = () => new Promise(() => setInterval(() => {}, 1000))')
    expect(await call('f')).toBe('Invoking task timed out after 1 seconds')
  })

  it('find the secrets that they newly declare', async () => {
    folder.write({ 'f/config.json': '{ "secrets": [{ "name": "KEY", "bytes": 3 }] }' })
    rebuild('f', 'exports.main = () => process.env.KEY.length')
    expect(await call('f')).toBe(4)
  })

  it('stay as they were when they declare secrets wrongly', async () => {
    folder.write({ 'f/config.json': '{ "secrets": [{ "name": "a b" }] }' })
    expect(() => rebuild('f', answering('new'))).toThrow(/is wrong at secrets\.0\.name/)
    expect(await call('bystander')).toBe(1)
  })
})

describe('a folder of functions that is read again', () => {
  it('has a function that was added', async () => {
    expect(await call('added')).toBe('FunctionName parameter could not be found.')
    rebuild('added', answering('here'))
    expect(await call('added')).toBe('here')
  })

  it('has a function no more that was removed', async () => {
    folder.remove('f')
    cloud.reload(['f'])
    expect(await call('f')).toBe('FunctionName parameter could not be found.')
  })
})
