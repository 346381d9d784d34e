import type { Cloud } from '../../../config/deploy/cloud'
import { CLOSED, emptyEnvironment, type Environment } from '../../../config/deploy/environment'
import type { Step } from '../../../config/deploy/steps'

/** A cloud environment that is an object in memory. */
export interface MemoryCloud extends Cloud {
  environment: Environment
  /** The steps it was told, failed ones included. */
  told: Step[]
  /** From now on the n-th step fails: before anything of it is done, or after all of it. */
  failAt(n: number, when: 'before' | 'after'): void
}

export const NOT_CODED = 'too much at once'

export function openMemoryCloud(environment: Environment = emptyEnvironment): MemoryCloud {
  let failing: { n: number; when: 'before' | 'after' } | undefined
  const cloud: MemoryCloud = {
    environment: structuredClone(environment),
    told: [],
    failAt(n, when) {
      failing = { n: cloud.told.length + n, when }
    },
    read: () => Promise.resolve(structuredClone(cloud.environment)),
    apply(step) {
      cloud.told.push(step)
      const isFailing = failing?.n === cloud.told.length
      if (!(isFailing && failing?.when === 'before')) change(cloud.environment, structuredClone(step))
      return isFailing ? Promise.reject(new Error(NOT_CODED)) : Promise.resolve()
    },
  }
  return cloud
}

function change(environment: Environment, step: Step): void {
  const { collections, functions } = environment
  const collection = 'collection' in step ? collections[step.collection] : undefined
  const deployed = 'function' in step ? functions[step.function] : undefined
  switch (step.do) {
    case 'createCollection':
      collections[step.collection] = { access: CLOSED, documents: 0, indexes: [] }
      return
    case 'closeCollection':
      collection!.access = CLOSED
      return
    case 'createIndexes':
      collection!.indexes.push(...step.indexes)
      return
    case 'dropIndexes':
      collection!.indexes = collection!.indexes.filter(({ name }) => !step.names.includes(name))
      return
    case 'setStorageRule':
      environment.storageRule = step.rule
      return
    case 'createFunction':
      functions[step.function] = { ...step.settings, runtime: step.runtime, timers: [] }
      return
    case 'updateCode':
      return
    case 'configure':
      Object.assign(deployed!, step.settings)
      return
    case 'createTimer':
      deployed!.timers.push(step.timer)
      return
    case 'removeTimer':
      deployed!.timers = deployed!.timers.filter(({ name }) => name !== step.timer.name)
      return
    case 'removeFunction':
      Reflect.deleteProperty(functions, step.function)
  }
}
