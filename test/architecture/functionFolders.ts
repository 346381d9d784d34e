import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

interface PackageFile {
  name?: string
  main?: string
  dependencies?: Record<string, string>
}

interface ConfigFile {
  timeout?: unknown
  triggers?: unknown[]
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

function faultsOfPackage(name: string, file: string, versions: Record<string, string>): string[] {
  const { name: ownName, main, dependencies = {} } = readJson(file) as PackageFile
  const faults = Object.entries(dependencies)
    .filter(([dependency, version]) => versions[dependency] !== version)
    .map(([dependency]) => `${name}: ${dependency} is not the version of the project's package.json`)
  if (ownName !== name) faults.push(`${name}: package.json has another name`)
  if (main !== 'index.js') faults.push(`${name}: package.json does not name index.js as main`)
  if (!('wx-server-sdk' in dependencies)) faults.push(`${name}: wx-server-sdk is no dependency`)
  return faults
}

/** WeChat: a time-out is 1 to 60 s, three if not said; a function has at most one timer. */
function faultsOfConfig(name: string, file: string): string[] {
  const { timeout, triggers = [] } = readJson(file) as ConfigFile
  const faults = []
  if (typeof timeout !== 'number' || timeout < 1 || timeout > 60) {
    faults.push(`${name}: config.json has no timeout from 1 to 60 seconds`)
  }
  if (triggers.length > 1) faults.push(`${name}: config.json has more than one trigger`)
  return faults
}

/**
 * What is wrong with the folders of cloudfunctions/ in a tree: each but `kernel` is a function that can be uploaded.
 */
export function faultsOfFunctionFolders(tree: string): string[] {
  const folder = path.join(tree, 'cloudfunctions')
  const { dependencies: versions = {} } = readJson(path.join(tree, 'package.json')) as PackageFile
  const names = readdirSync(folder).filter((name) => name !== 'kernel')
  return names.flatMap((name) => {
    const missing = ['index.ts', 'package.json', 'config.json'].filter(
      (file) => !existsSync(path.join(folder, name, file)),
    )
    if (missing.length > 0) return missing.map((file) => `${name}: ${file} is missing`)
    return [
      ...faultsOfPackage(name, path.join(folder, name, 'package.json'), versions),
      ...faultsOfConfig(name, path.join(folder, name, 'config.json')),
    ]
  })
}
