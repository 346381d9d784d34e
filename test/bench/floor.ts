import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bundleSdk } from '../../local/functions/bundledSdk'
import { createCallTokens } from '../../local/functions/callTokens'
import { readDefinitions } from '../../local/functions/definition'
import { Functions } from '../../local/functions/functions'
import { openSecrets } from '../../local/functions/secrets'
import { close, listen } from '../../local/server/listen'

/** What holds for every request whose answer is small. */
const answer = JSON.stringify({
  requestId: 'floor',
  transactionId: 'floor',
  data: { list: ['{"_id":"floor","version":1}'], insertedIds: ['floor'], updated: 1, total: 1 },
})

/** Functions in front of a server that knows one answer to everything: no local cloud can be faster. */
export interface Floor {
  /** What a function answers. */
  call(name: string, event: Record<string, unknown>): Promise<unknown>
  /** Ends all instances: the next call of each function finds none. */
  cool(): Promise<void>
  close(): Promise<void>
}

/** @param data a folder for the secrets of the functions */
export async function openFloor(folder: string, data: string): Promise<Floor> {
  const server = await listen(0)
  server.on('request', (request, response) => {
    request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(answer))
  })
  const start = await starter(folder, data, server)
  let functions = start()
  return {
    async call(name, event) {
      const outcome = await functions.call(name, event, { openid: 'bench', source: 'wx_client' })
      if (!outcome.ok) throw new Error(outcome.failure.errMsg)
      return JSON.parse(outcome.result) as unknown
    },
    async cool() {
      await functions.stop()
      functions = start()
    },
    async close() {
      await functions.stop()
      await close(server)
    },
  }
}

async function starter(folder: string, data: string, server: Server): Promise<() => Functions> {
  const definitions = readDefinitions(folder)
  const options = {
    definitions,
    secrets: openSecrets(data, definitions),
    tokens: createCallTokens(),
    cloudAddress: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sdk: await bundleSdk(),
    log: () => undefined,
  }
  return () => new Functions(options)
}
