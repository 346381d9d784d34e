import { readFileSync } from 'node:fs'
import path from 'node:path'
import type CloudBase from '@cloudbase/manager-node'
import type { IFunctionInfo } from '@cloudbase/manager-node/types/function/types'
import { zipSync } from 'fflate'
import type { Cloud } from './cloud'
import {
  CLOSED,
  type Collection,
  type DeployedFunction,
  type Index,
  type Settings,
  type StorageRule,
} from './environment'
import type { Step } from './steps'
import { uploadedFiles } from './wanted'

/** What CloudBase answers at most for one page of collections. */
const PAGE = 100

/**
 * CloudBase through the library that its own command line stands on (https://docs.cloudbase.net/api-reference/manager/node).
 *
 * @param functions the folder of built functions
 */
export function openCloudBase(manager: CloudBase, functions: string): Cloud {
  const { database, functions: service, storage } = manager
  const environment = manager.currentEnvironment()
  const envId = environment.getEnvId()
  const permissions = manager.commonService('tcb', '2018-06-08')

  return {
    async read() {
      await environment.lazyInit()
      return {
        collections: await readCollections(),
        storageRule: await readStorageRule(),
        functions: await readFunctions(),
      }
    },
    apply,
  }

  async function readCollections(): Promise<Record<string, Collection>> {
    const collections: Record<string, Collection> = {}
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const page = await database.listCollections({ MgoLimit: PAGE, MgoOffset: offset })
      total = page.Pager.Total
      for (const { CollectionName, Count } of page.Collections)
        collections[CollectionName] = await readCollection(CollectionName, Count)
    }
    return collections
  }

  async function readCollection(name: string, documents: number): Promise<Collection> {
    const acl = (await permissions.call({
      Action: 'DescribeDatabaseACL',
      Param: { EnvId: envId, CollectionName: name },
    })) as { AclTag?: string }
    const { Indexes = [] } = await database.describeCollection(name)
    const indexes = Indexes.map(({ Name, Keys, Unique }): Index => {
      const keys = Keys.map((key): [string, string] => [key.Name ?? '', key.Direction ?? ''])
      return { name: Name, keys, unique: Unique }
    })
    return { access: acl.AclTag ?? 'unknown', documents, indexes }
  }

  async function readStorageRule(): Promise<StorageRule | null> {
    const { rule } = await storage.getStorageAcl({ withRule: true })
    return rule ? { read: rule.read, write: rule.write } : null
  }

  async function readFunctions(): Promise<Record<string, DeployedFunction>> {
    const listed = await service.listAllFunctions({ envId })
    const found: Record<string, DeployedFunction> = {}
    for (const { FunctionName = '', Status } of listed) {
      // What is left of a creation that failed; creating it again removes it first.
      if (Status === 'CreateFailed') continue
      const detail: Partial<IFunctionInfo> = await service.getFunctionDetail(FunctionName)
      found[FunctionName] = {
        runtime: detail.Runtime ?? '',
        timeout: detail.Timeout ?? 0,
        memory: detail.MemorySize ?? 0,
        description: detail.Description ?? '',
        variables: Object.fromEntries(
          (detail.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]),
        ),
        timers: (detail.Triggers ?? [])
          .filter(({ Type }) => Type === 'timer')
          .map(({ TriggerName, TriggerDesc }) => ({ name: TriggerName, cron: cronIn(TriggerDesc) })),
      }
    }
    return found
  }

  async function apply(step: Step): Promise<void> {
    switch (step.do) {
      case 'createCollection':
        await database.createCollection(step.collection)
        return close(step.collection)
      case 'closeCollection':
        return close(step.collection)
      case 'createIndexes':
        await database.updateCollection(step.collection, { CreateIndexes: step.indexes.map(asCreated) })
        return
      case 'dropIndexes':
        await database.updateCollection(step.collection, {
          DropIndexes: step.names.map((IndexName) => ({ IndexName })),
        })
        return
      case 'setStorageRule':
        await storage.setStorageAcl('CUSTOM', step.rule)
        return
      case 'createFunction': {
        const func = { ...asConfigured(step.function, step.settings), runtime: step.runtime }
        await service.createFunction({ func: { ...func, ...installing }, base64Code: packed(step.function) })
        return refuseUnlessActive(step.function)
      }
      case 'updateCode': {
        const code = { base64Code: packed(step.function) }
        await service.waitFunctionActive(step.function)
        await service.updateFunctionCode({ func: { name: step.function, ...installing }, ...code })
        return refuseUnlessActive(step.function)
      }
      case 'configure':
        await service.waitFunctionActive(step.function)
        await service.updateFunctionConfig(asConfigured(step.function, step.settings))
        return refuseUnlessActive(step.function)
      case 'createTimer': {
        const { name, cron } = step.timer
        await service.createFunctionTriggers(step.function, [{ name, type: 'timer', config: cron }])
        return
      }
      case 'removeTimer':
        await service.deleteFunctionTrigger(step.function, step.timer.name)
        return
      case 'removeFunction':
        await service.deleteFunction(step.function)
    }
  }

  async function close(collection: string): Promise<void> {
    const Param = { EnvId: envId, CollectionName: collection, AclTag: CLOSED }
    await permissions.call({ Action: 'ModifyDatabaseACL', Param })
  }

  /** Packages are installed after the upload; the library takes a failure of that for an end of waiting. */
  async function refuseUnlessActive(name: string): Promise<void> {
    await service.waitFunctionActive(name)
    const detail: Partial<IFunctionInfo> = await service.getFunctionDetail(name)
    const { Status, StatusDesc, StatusReasons } = detail
    if (Status === 'Active') return
    const reasons = (StatusReasons ?? []).map(({ ErrorMessage }) => ErrorMessage)
    throw new Error([`${name} is ${Status}`, StatusDesc, ...reasons].filter(Boolean).join(': '))
  }

  /** The function's folder, as it is uploaded. */
  function packed(name: string): string {
    const folder = path.join(functions, name)
    const files = uploadedFiles(folder).map((file) => [file, readFileSync(path.join(folder, file))] as const)
    return Buffer.from(zipSync(Object.fromEntries(files))).toString('base64')
  }
}

/** wx-server-sdk is installed in the cloud, from the function's package.json. */
const installing = { handler: 'index.main', installDependency: true }

const asConfigured = (name: string, { timeout, memory, variables, description }: Settings) => ({
  name,
  timeout,
  memorySize: memory,
  description,
  envVariables: variables,
})

const asCreated = ({ name, keys, unique }: Index) => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIndexKeys: keys.map(([Name, Direction]) => ({ Name, Direction })),
    MgoIsUnique: unique,
  },
})

/** A timer is made with seven fields, and answered as `{"cron":"..."}`. */
function cronIn(description: string): string {
  if (!description.startsWith('{')) return description
  return (JSON.parse(description) as { cron?: string }).cron ?? ''
}
