import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Person } from '../desk/person'
import { createCallTokens } from '../functions/callTokens'
import { readDefinitions, type FunctionDefinition } from '../functions/definition'
import { Functions, type Caller } from '../functions/functions'
import type { Outcome } from '../functions/outcome'
import { openSecrets } from '../functions/secrets'
import { openStore } from '../store'
import type { DatabaseDeclaration } from '../store/types'
import { createOpenApi } from '../wechat/openApi'
import { openOutbox } from '../wechat/outbox'
import { createApp } from './app'
import { readDeclaration } from './declaration'
import { createRequestLog, type RequestLog } from '../protocol/requestLog'
import { StartRefusal } from '../startRefusal'

export interface CloudOptions {
  /** A folder of cloud functions: one folder each, with an index.js. */
  functions: string
  /** Where everything is kept: documents, secrets, sent messages. Made when it is not there. */
  data: string
  /** The collections and indexes that exist, or the file that declares them. */
  database: string | DatabaseDeclaration
  /** 0 takes any free port. */
  port: number
  /** The folder of an H5 build. */
  site?: string
  /** Who can be impersonated at the desk. */
  people?: Person[]
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
  /** Calls a function as that person; without an openid as nobody, like a timer. */
  call(name: string, event: Record<string, unknown>, openid?: string): Promise<CallAnswer>
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
  const server = await listen(options.port)
  try {
    return assemble(server, { ...options, declaration, definitions })
  } catch (error) {
    await close(server)
    throw error
  }
}

interface Assembly extends CloudOptions {
  declaration: DatabaseDeclaration
  definitions: FunctionDefinition[]
}

function assemble(server: Server, options: Assembly): Cloud {
  const { data, declaration, definitions, site, people = [], log = () => undefined } = options
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  mkdirSync(data, { recursive: true })
  const secrets = openSecrets(data, definitions)
  const outbox = openOutbox(data)
  const store = openStore({ directory: data, declaration })
  const requests = createRequestLog()
  const tokens = createCallTokens()
  const functions = new Functions({ definitions, secrets, tokens, cloudAddress: origin, log })
  const app = createApp({
    port,
    desk: { people, functionNames: functions.names, site, outbox },
    dispatch: {
      services: { store, functions, openApi: createOpenApi(outbox) },
      tokens,
      requests,
      onBug: (error) => log(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    },
  })
  const answer = getRequestListener(app.fetch)
  server.on('request', (request, response) => void answer(request, response))
  return {
    port,
    origin,
    secrets: secrets.shown,
    requests,
    call: async (name, event, openid) => toAnswer(await functions.call(name, event, callerOf(openid))),
    async stop() {
      await functions.stop()
      await close(server)
      store.close()
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

/** The port is taken first: the functions have to know it, and a second cloud must not touch the data of the first. */
function listen(port: number): Promise<Server> {
  const server = createServer()
  // Longer than the SDK's agent keeps a connection (5 s): it must never write into one that is being closed.
  server.keepAliveTimeout = 60_000
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    )
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Another program listens on that port; the next one may be free. */
export class PortTaken extends StartRefusal {
  constructor(port: number) {
    super(`Port ${port} is taken by another program.`)
  }
}
