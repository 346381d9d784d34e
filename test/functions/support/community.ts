import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adoptSealer, createSealer } from '@kernel/seal'
import { contract, type Action, type Contract, type InputOf, type OutputOf, type Result } from '@contract'
import { demoMiniProgram } from '../../../local/demo/miniProgram'
import { demoPlaces, demoPosts } from '../../../local/demo/places'
import { startCloud, type Cloud, type RequestEntry } from '../../../local/cloud'
import { openStore } from '../../../local/store'
import { readDeclaration } from '../../../local/server/declaration'
import type { Document } from '../../../local/store/types'

const root = join(__dirname, '../../..')
const built = join(root, 'dist/cloudfunctions')
const database = join(root, 'config/database.json')

type Client = {
  [Feature in keyof Contract]: {
    [Name in keyof Contract[Feature]]: (
      input: Contract[Feature][Name] extends Action ? InputOf<Contract[Feature][Name]> : never,
    ) => Promise<Result<OutputOf<Contract[Feature][Name]>>>
  }
}

/** The built functions on a local cloud, with the street office of the demonstration and nobody registered yet. */
export interface Community {
  cloud: Cloud
  /** The folder in which everything is stored. */
  data: string
  /** Every action of the contract, called by that person. */
  as(openid: string): Client
  /** Calls an action with whatever input, right or wrong. */
  send(openid: string, feature: string, action: unknown, input: unknown): Promise<Result<unknown>>
  /** The database requests that something cost. */
  costOf(act: () => Promise<unknown>): Promise<RequestEntry[]>
  /** Every line that the functions and the cloud have printed. */
  printed: string[]
  /** Everything stored, as one who has stolen the data directory would read it. */
  storedBytes(): Promise<Buffer>
  close(): Promise<void>
}

/** @param run - which functions run there, where they are others than the built ones */
export async function openCommunity(
  more: Record<string, Document[]> = {},
  run: Running = {},
): Promise<Community> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-'))
  const store = openStore({ directory: data, declaration: readDeclaration(database) })
  const documents = { places: demoPlaces, staff: demoPosts, ...more }
  for (const [collection, some] of Object.entries(documents))
    store.insert(collection, some as unknown as Document[])
  store.close()
  return runCommunity(data, run)
}

interface Running {
  /** A folder. */
  functions?: string
}

/** What is stored there, run once more. */
export async function runCommunity(data: string, { functions = built }: Running = {}): Promise<Community> {
  const printed: string[] = []
  const cloud = await startCloud({
    functions,
    data,
    database,
    port: 0,
    miniProgram: demoMiniProgram,
    strictIndexes: true,
    log: (line) => printed.push(line),
  })
  allowMessages(cloud)
  const secrets = readSecrets(data)
  adoptSealer(createSealer(secrets))
  process.env.SHOUWANG_RECEIPT_KEY = secrets.SHOUWANG_RECEIPT_KEY
  const { send, as } = callingAt(cloud)
  return {
    cloud,
    data,
    printed,
    as,
    send,
    async storedBytes() {
      const files = (await readdir(data, { recursive: true, withFileTypes: true })).filter((entry) =>
        entry.isFile(),
      )
      return Buffer.concat(
        await Promise.all(
          files.map(({ parentPath, name }) => readFile(join(parentPath, name)).catch(nothing)),
        ),
      )
    },
    async costOf(act) {
      const mark = cloud.requests.mark()
      await act()
      return cloud.requests.since(mark).filter(({ action }) => action.startsWith('database.'))
    },
    async close() {
      await cloud.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Calls what a cloud runs. */
export function callingAt(cloud: Pick<Cloud, 'call'>): Pick<Community, 'send' | 'as'> {
  const send: Community['send'] = async (openid, feature, action, input) => {
    const answer = await cloud.call(feature, { action, input }, openid)
    if ('error' in answer) throw new Error(answer.error.errMsg)
    return answer.result as Result<unknown>
  }
  const as = (openid: string) =>
    Object.fromEntries(
      Object.entries(contract).map(([feature, actions]) => [
        feature,
        Object.fromEntries(
          Object.keys(actions).map((name) => [name, (input: unknown) => send(openid, feature, name, input)]),
        ),
      ]),
    ) as Client
  return { send, as }
}

/** SQLite takes its journal away when the last connection is gone, which may be at any moment. */
const nothing = (cause: NodeJS.ErrnoException): Buffer => {
  if (cause.code !== 'ENOENT') throw cause
  return Buffer.alloc(0)
}

/** The keys of the functions, so that a test can read what they have sealed and check what they have tied. */
const readSecrets = (data: string) =>
  JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as Record<string, string>

/** Nobody's consent runs out while a test is about something else. */
function allowMessages({ wechat }: Cloud): void {
  for (const { openid } of demoPosts) wechat.consents.give(openid, 'todoArrived', 1000)
  for (const openid of ['resident-1', 'resident-2', 'resident-3'])
    wechat.consents.give(openid, 'caseProgress', 1000)
}

/** The answer of an action that must have succeeded. */
export function answered<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.data
}

/** The refusal of an action that must have been refused. */
export function refusal(result: Result<unknown>) {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.data)}`)
  return result.error
}
