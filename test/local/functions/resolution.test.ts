import { createRequire } from 'node:module'
import { startTestCloud, type TestCloud } from '../testCloud'
import { makeStrangersFolder, type StrangersFolder } from './strangersFolder'

let folder: StrangersFolder
let cloud: TestCloud | undefined

beforeEach(() => {
  folder = makeStrangersFolder()
})
afterEach(async () => {
  await cloud?.dispose()
  cloud = undefined
  folder.remove()
})

async function call(name: string): Promise<unknown> {
  cloud ??= await startTestCloud({ functions: folder.path })
  return cloud.call(name, {}, 'anna')
}

/** A stand-in for an SDK of that version, which says that it was loaded. */
function ship(name: string, version: string): void {
  folder.write({
    [`${name}/node_modules/wx-server-sdk/package.json`]: JSON.stringify({ version, main: 'index.js' }),
    [`${name}/node_modules/wx-server-sdk/index.js`]: `exports.getWXContext = () => ({ OPENID: 'shipped ${version}' })`,
  })
}

const askTheSdk = `
  const cloud = require('wx-server-sdk')
  exports.main = () => cloud.getWXContext().OPENID`
const importTheSdk = `
  import cloud from 'wx-server-sdk'
  export const main = () => cloud.getWXContext().OPENID`

describe("a function's folder is on the path of require", () => {
  it('for its files and folders', async () => {
    folder.write({
      'project/index.js': `exports.main = () => [require('steps'), require('lib/words')]`,
      'project/steps.js': 'module.exports = 1',
      'project/lib/words.js': `module.exports = require('steps') + 1`,
    })
    expect(await call('project')).toEqual({ result: [1, 2] })
  })

  it('under its own name', async () => {
    folder.write({
      'project/index.js': `exports.main = () => require('project/lib/words')`,
      'project/lib/words.js': `module.exports = require('project/lib').length`,
      'project/lib/index.js': 'module.exports = [1, 2, 3]',
    })
    expect(await call('project')).toEqual({ result: 3 })
  })

  it('but not the folder of another function, which is not there in the cloud', async () => {
    folder.write({
      'project/index.js': `exports.main = () => require('other/words')`,
      'other/index.js': 'exports.main = () => 1',
      'other/words.js': 'module.exports = 1',
    })
    expect(await call('project')).toMatchObject({
      error: { errMsg: "Error: Cannot find module 'other/words'" },
    })
  })

  it('after the packages that it ships', async () => {
    folder.write({
      'project/index.js': `exports.main = () => require('project')`,
      'project/node_modules/project/index.js': `module.exports = 'the package'`,
    })
    expect(await call('project')).toEqual({ result: 'the package' })
  })
})

describe('an SDK that a function ships', () => {
  it.each(['3.0.1', '4.0.2', '5.0.0-beta.1'])('is used as it is: %s', async (version) => {
    folder.write({ 'f/index.js': askTheSdk })
    ship('f', version)
    expect(await call('f')).toEqual({ result: `shipped ${version}` })
  })

  it.each(['2.6.3', '2.1.2', '1.8.3', '0.0.24'])('is not used when it is too old: %s', async (version) => {
    folder.write({ 'f/index.js': askTheSdk })
    ship('f', version)
    expect(await call('f')).toEqual({ result: 'anna' })
    expect(cloud?.lines).toContain(
      `f | ships wx-server-sdk ${version}, and those before 3 may not reach the local cloud: it is lent a newer one`,
    )
  })

  it('that is too old is spoken of once, however many instances there are', async () => {
    folder.write({
      'f/index.js': `${askTheSdk}
        const { main } = exports
        exports.main = async () => (await new Promise((resolve) => setTimeout(resolve, 500)), main())`,
    })
    ship('f', '2.6.3')
    await call('f')
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('f')))
    expect(answers).toEqual(Array(6).fill({ result: 'anna' }))
    expect(cloud?.lines.filter((line) => line.includes('ships wx-server-sdk'))).toHaveLength(1)
  })

  it('and imports is treated the same', async () => {
    folder.write({
      'old/index.js': importTheSdk,
      'old/package.json': '{ "type": "module" }',
      'new/index.js': importTheSdk,
      'new/package.json': '{ "type": "module" }',
    })
    ship('old', '2.6.3')
    ship('new', '3.0.1')
    expect([await call('old'), await call('new')]).toEqual([{ result: 'anna' }, { result: 'shipped 3.0.1' }])
  })
})

describe('the SDK that is lent', () => {
  it('lies where it is installed, and is not put together from hundreds of files for each process', async () => {
    folder.write({
      'f/index.js': `
        require('wx-server-sdk')
        exports.main = () => [require.resolve('wx-server-sdk'), Object.keys(require.cache).length < 10]`,
    })
    const installed = createRequire(__filename).resolve('wx-server-sdk')
    expect(await call('f')).toEqual({ result: [installed, true] })
  })
})

describe('tcb-admin-node', () => {
  const sentence =
    'Error: tcb-admin-node speaks only to an address that is built in: use wx-server-sdk or @cloudbase/node-sdk'
  const shipped = { 'f/node_modules/tcb-admin-node/index.js': `throw new Error('was loaded')` }

  it('is refused with a sentence that says what to use', async () => {
    folder.write({ 'f/index.js': `require('tcb-admin-node')`, ...shipped })
    expect(await call('f')).toMatchObject({ error: { errMsg: sentence } })
  })

  it('is refused to an import too', async () => {
    folder.write({
      'f/index.js': `import 'tcb-admin-node'`,
      'f/package.json': '{ "type": "module" }',
      ...shipped,
    })
    expect(await call('f')).toMatchObject({ error: { errMsg: sentence } })
  })
})

describe('@cloudbase/node-sdk', () => {
  const nodeSdk = createRequire(__filename).resolve('@cloudbase/node-sdk')

  it('reaches the local cloud by itself', async () => {
    folder.write({
      'f/index.js': `
        const cloudbase = require(${JSON.stringify(nodeSdk)})
        const db = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }).database()
        exports.main = async () => {
          const { id } = await db.collection('notes').add({ n: 1 })
          return (await db.collection('notes').doc(id).get()).data
        }`,
    })
    expect(await call('f')).toMatchObject({ result: [{ n: 1 }] })
  })
})
