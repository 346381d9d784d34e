import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Person } from '../desk/person'
import { createFileAddresses } from '../files/addresses'
import { Files } from '../files/files'
import { uploadFromPhone, type UploadAnswer } from '../files/phoneUpload'
import { bundleSdk } from '../functions/bundledSdk'
import { createCallTokens } from '../functions/callTokens'
import { readDefinitions, type FunctionDefinition } from '../functions/definition'
import type { Caller } from '../functions/functions'
import type { Outcome } from '../functions/outcome'
import type { Warmth } from '../functions/pool'
import { Runtime } from '../functions/runtime'
import { openStore } from '../store'
import type { DatabaseDeclaration } from '../store/types'
import { createOpenApi } from '../wechat/openApi'
import { openWechat, type MiniProgram, type Wechat } from '../wechat/wechat'
import { createApp } from './app'
import { readDeclaration } from './declaration'
import { close, listen } from './listen'
import { describeUnindexed, refuseUnindexed } from './unindexed'
import { OpenTransactions, type TransactionLimits } from '../protocol/openTransactions'
import { createRequestLog, type RequestLog } from '../protocol/requestLog'
import type { ShownTimer } from '../timers/timers'

export interface CloudOptions {
  /** A folder of cloud functions: one folder each, with an index.js. */
  functions: string
  /** Where everything is kept: documents, files, secrets, sent messages. Made when it is not there. */
  data: string
  /** The collections and indexes that exist, or the file that declares them. */
  database: string | DatabaseDeclaration
  /** 0 takes any free port. */
  port: number
  /** The folder of an H5 build. */
  site?: string
  /** Who can be impersonated at the desk. */
  people?: Person[]
  /** What WeChat knows of the mini-program: its templates, its pages. */
  miniProgram?: MiniProgram
  /** Refuses a query that needs an index, instead of saying so in the log. */
  strictIndexes?: boolean
  /** Other limits for transactions than production's. */
  transactions?: TransactionLimits
  /** Whether timers fire by themselves. */
  timers?: boolean
  /** How long instances of functions stay without work; usually some minutes. */
  warmth?: Warmth
  log?: (line: string) => void
}

/** What a call answers, as `POST /call` does. */
export type CallAnswer = { result: unknown } | { error: { errCode: number; errMsg: string } }

/** A running local cloud. */
export interface Cloud {
  port: number
  /** `http://127.0.0.1:<port>` */
  origin: string
  /** The secrets that a person has to know, such as the setup code; by name. */
  secrets: Record<string, string>
  requests: RequestLog
  /** WeChat, as far as it is played here: consents, sent messages, phone numbers. */
  wechat: Wechat
  /** Calls a function as that person; without an openid as nobody, like a timer. */
  call(name: string, event: Record<string, unknown>, openid?: string): Promise<CallAnswer>
  /** Uploads a file as that person's phone does. */
  upload(cloudPath: string, content: Uint8Array, openid: string): Promise<UploadAnswer>
  listTimers(): ShownTimer[]
  /** How many instances of each function there are. */
  countInstances(): Record<string, number>
  /** Fires a function's timer now. */
  fireTimer(name: string): Promise<CallAnswer>
  /**
   * Reads the folder of functions again, as after a build. Calls under way end on the code they began with.
   *
   * @param changed functions whose code is another now
   * @throws {StartRefusal} when secrets are declared wrongly; everything stays as it was
   */
  reload(changed: string[]): void
  /** Ends everything; calls under way are answered with an error. */
  stop(): Promise<void>
}

/**
 * Starts the local cloud on 127.0.0.1.
 *
 * @throws {StartRefusal} saying in a sentence what is wrong with the options
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { functions, database, log = () => undefined } = options
  const declaration = typeof database === 'string' ? readDeclaration(database) : database
  const definitions = readDefinitions(functions, log)
  const sdk = await bundleSdk()
  const server = await listen(options.port)
  try {
    return assemble(server, { ...options, declaration, definitions, sdk })
  } catch (error) {
    await close(server)
    throw error
  }
}

interface Assembly extends CloudOptions {
  declaration: DatabaseDeclaration
  definitions: FunctionDefinition[]
  /** The file of the SDK that functions are lent. */
  sdk: string
}

function assemble(server: Server, options: Assembly): Cloud {
  const {
    data,
    declaration,
    site,
    people = [],
    miniProgram = {},
    strictIndexes = false,
    log = () => undefined,
  } = options
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  mkdirSync(data, { recursive: true })
  const tokens = createCallTokens()
  const runtime = new Runtime({ ...options, folder: options.functions, tokens, cloudAddress: origin, log })
  const { functions, timers } = runtime
  const phones = new Map(people.flatMap(({ openid, phone }) => (phone ? [[openid, phone]] : [])))
  const wechat = openWechat(miniProgram, { directory: data, origin, phones })
  const store = openStore({
    directory: data,
    declaration,
    onUnindexed: strictIndexes ? refuseUnindexed : (query) => log(describeUnindexed(query)),
  })
  const transactions = new OpenTransactions(store, options.transactions)
  const files = new Files(join(data, 'files'))
  const requests = createRequestLog()
  const app = createApp({
    port,
    timers,
    desk: { people, functionNames: () => functions.names, site, wechat },
    dispatch: {
      services: {
        store,
        transactions,
        files,
        addresses: createFileAddresses(origin),
        functions,
        openApi: createOpenApi(wechat, log),
      },
      tokens,
      requests,
      onBug: (error) => log(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    },
  })
  const answer = getRequestListener(app.fetch)
  server.on('request', (request, response) => void answer(request, response))
  if (options.timers) timers.start()
  return {
    port,
    origin,
    secrets: runtime.shownSecrets,
    requests,
    wechat,
    async call(name, event, openid) {
      if (openid !== undefined) wechat.visits.record(openid, new Date())
      return toAnswer(await functions.call(name, event, callerOf(openid)))
    },
    upload: (cloudPath, content, openid) =>
      uploadFromPhone(files, cloudPath, Readable.from([content]), openid),
    listTimers: () => timers.list,
    countInstances: () => functions.sizes,
    fireTimer: async (name) => toAnswer(await timers.fire(name)),
    reload: (changed) => runtime.reload(changed),
    async stop() {
      await runtime.stop()
      transactions.stop()
      await close(server)
      store.close()
      files.close()
    },
  }
}

function callerOf(openid: string | undefined): Caller {
  return { openid, source: openid === undefined ? 'wx_trigger' : 'wx_client' }
}

function toAnswer(outcome: Outcome): CallAnswer {
  if (outcome.ok) return { result: JSON.parse(outcome.result) as unknown }
  const { errCode, errMsg } = outcome.failure
  return { error: { errCode, errMsg } }
}
