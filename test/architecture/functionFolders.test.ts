import { faultsOfFunctionFolders } from './functionFolders'
import { root, withTree } from './tree'

const sdk = 'wx-server-sdk'
const project = JSON.stringify({ dependencies: { [sdk]: '4.0.2' } })
const functionFolder = (name: string, packageFile: object, configFile: object): Record<string, string> => ({
  [`cloudfunctions/${name}/index.ts`]: '',
  [`cloudfunctions/${name}/package.json`]: JSON.stringify(packageFile),
  [`cloudfunctions/${name}/config.json`]: JSON.stringify(configFile),
})
const faultsOf = (files: Record<string, string>): string[] =>
  withTree(
    { 'package.json': project, 'cloudfunctions/kernel/serve.ts': '', ...files },
    faultsOfFunctionFolders,
  )

describe('the folders of functions', () => {
  it('can each be uploaded alone', () => {
    expect(faultsOfFunctionFolders(root)).toEqual([])
  })

  it('are accepted when complete', () => {
    const packageFile = { name: 'tip', main: 'index.js', dependencies: { [sdk]: '4.0.2' } }
    expect(faultsOf(functionFolder('tip', packageFile, { timeout: 10 }))).toEqual([])
  })

  it('are refused when a file is missing', () => {
    expect(faultsOf({ 'cloudfunctions/tip/index.ts': '' })).toEqual([
      'tip: package.json is missing',
      'tip: config.json is missing',
    ])
  })

  it('are refused when package.json does not fit the project', () => {
    expect(
      faultsOf(functionFolder('tip', { name: 'top', dependencies: { [sdk]: '3.0.0' } }, { timeout: 10 })),
    ).toEqual([
      `tip: ${sdk} is not the version of the project's package.json`,
      'tip: package.json has another name',
      'tip: package.json does not name index.js as main',
    ])
  })

  it('are refused when WeChat would not take their config.json', () => {
    const packageFile = { name: 'tip', main: 'index.js', dependencies: { [sdk]: '4.0.2' } }
    expect(faultsOf(functionFolder('tip', packageFile, { timeout: 61, triggers: [{}, {}] }))).toEqual([
      'tip: config.json has no timeout from 1 to 60 seconds',
      'tip: config.json has more than one trigger',
    ])
  })
})
