import type { AddressInfo } from 'node:net'
import { bundleSdk } from '../../local/functions/bundledSdk'
import { createCallTokens } from '../../local/functions/callTokens'
import { readDefinitions } from '../../local/functions/definition'
import { Functions } from '../../local/functions/functions'
import { close, listen } from '../../local/server/listen'

/** What holds for every request whose answer is small. */
const answer = JSON.stringify({
  requestId: 'floor',
  transactionId: 'floor',
  data: { list: ['{"_id":"floor","version":1}'], insertedIds: ['floor'], updated: 1, total: 1 },
})

/**
 * The same functions in front of a server that knows one answer to everything: what a measure takes there, the SDK, HTTP
 * and this machine's present load take. No local cloud can be faster.
 */
export interface Floor {
  /** Milliseconds of each of several goes. */
  measure(event: Record<string, unknown>): Promise<number[]>
  close(): Promise<void>
}

export async function openFloor(folder: string): Promise<Floor> {
  const server = await listen(0)
  server.on('request', (request, response) => {
    request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(answer))
  })
  const functions = new Functions({
    definitions: readDefinitions(folder),
    secrets: { of: () => ({}), shown: {} },
    tokens: createCallTokens(),
    cloudAddress: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sdk: await bundleSdk(),
    log: () => undefined,
  })
  return {
    async measure(event) {
      const outcome = await functions.call('measure', event, { openid: 'bench', source: 'wx_client' })
      if (!outcome.ok) throw new Error(outcome.failure.errMsg)
      return JSON.parse(outcome.result) as number[]
    },
    async close() {
      await functions.stop()
      await close(server)
    },
  }
}
