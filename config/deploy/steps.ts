import type { Index, Settings, StorageRule, Timer } from './environment'

/** One change of an environment, such that doing it twice is doing it once. */
export type Step =
  | { do: 'createCollection'; collection: string }
  | { do: 'closeCollection'; collection: string; was: string }
  | { do: 'createIndexes'; collection: string; indexes: Index[] }
  | { do: 'dropIndexes'; collection: string; names: string[] }
  | { do: 'setStorageRule'; rule: StorageRule }
  | { do: 'createFunction'; function: string; runtime: string; settings: Settings }
  | { do: 'updateCode'; function: string }
  | { do: 'configure'; function: string; settings: Settings; changed: string[] }
  | { do: 'createTimer'; function: string; timer: Timer }
  | { do: 'removeTimer'; function: string; timer: Timer }
  | { do: 'removeFunction'; function: string }

const keysOf = ({ keys, unique }: Index): string =>
  keys.map(([field, direction]) => `${field} ${direction}`).join(', ') + (unique ? ', unique' : '')

/** A step in words, without any value of a variable. */
export function describe(step: Step): string {
  switch (step.do) {
    case 'createCollection':
      return `create collection ${step.collection}, closed to phones`
    case 'closeCollection':
      return `close collection ${step.collection} to phones (it was ${step.was})`
    case 'createIndexes':
      return [
        `create ${step.indexes.length} indexes of ${step.collection}`,
        ...step.indexes.map((index) => `     ${index.name} (${keysOf(index)})`),
      ].join('\n')
    case 'dropIndexes':
      return `drop indexes of ${step.collection}: ${step.names.join(', ')}`
    case 'setStorageRule':
      return `files: read ${step.rule.read}, write ${step.rule.write}`
    case 'createFunction':
      return `create function ${step.function}, ${step.runtime}, ${inWords(step.settings)}`
    case 'updateCode':
      return `upload the code of ${step.function}`
    case 'configure':
      return `configure ${step.function}: ${step.changed.join(', ')}`
    case 'createTimer':
      return `start timer ${step.timer.name} of ${step.function} (${step.timer.cron})`
    case 'removeTimer':
      return `remove timer ${step.timer.name} of ${step.function} (${step.timer.cron})`
    case 'removeFunction':
      return `remove function ${step.function}: the project no longer has it`
  }
}

const inWords = ({ timeout, memory, variables }: Settings): string =>
  [`${timeout} s`, `${memory} MB`, ...Object.keys(variables).sort()].join(', ')
