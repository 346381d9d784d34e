/** What is ours in a cloud environment, as it is or as it would be. */
export interface Environment {
  collections: Record<string, Collection>
  /** What phones may do with files; null where the cloud's own default rules. */
  storageRule: StorageRule | null
  functions: Record<string, DeployedFunction>
}

export interface Collection {
  /** `ADMINONLY` keeps phones out; anything else lets them in somehow. */
  access: string
  documents: number
  indexes: Index[]
}

export interface Index {
  name: string
  keys: [path: string, direction: string][]
  unique: boolean
}

/** https://docs.cloudbase.net/storage/security-rules */
export interface StorageRule {
  read: boolean | string
  write: boolean | string
}

export interface Timer {
  name: string
  cron: string
}

export interface Settings {
  /** Seconds. */
  timeout: number
  /** Megabytes. */
  memory: number
  /** The environment of its process, secrets included: never to be printed. */
  variables: Record<string, string>
  /** What this project wrote down about what it has uploaded: see mark.ts. */
  description: string
}

export interface DeployedFunction extends Settings {
  /** Such as `Nodejs20.19`: chosen when a function is made, and never changed. */
  runtime: string
  timers: Timer[]
}

export const emptyEnvironment: Environment = { collections: {}, storageRule: null, functions: {} }

/** No phone reads or writes a collection; functions do, and decide who may. */
export const CLOSED = 'ADMINONLY'

/**
 * Files are shown by addresses that functions give out, and a phone puts one only where it puts them (`incomingPath` of the
 * contract), never over somebody else's. A `test` must be compared with `true`, and its backslashes be doubled:
 * https://docs.cloudbase.net/storage/security-rules/secure_resource
 */
export const storageRule: StorageRule = {
  read: false,
  write: 'resource.openid == auth.openid && /^incoming\\//.test(resource.path) == true',
}

/** The newest that CloudBase has (https://docs.cloudbase.net/cloud-function/how-works), and what the tests run on. */
export const RUNTIME = 'Nodejs20.19'

/** What the bundles are compiled for, and everything newer. */
export const fitRuntimes: readonly string[] = ['Nodejs18.15', RUNTIME]
