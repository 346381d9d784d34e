import { Agent, request, type ClientRequest } from 'node:http'
import type { Result } from '@contract'
import type { Chance } from '../../../local/demo/chance'

/** How likely it is that something goes wrong on the way, for each call. */
export interface Network {
  /** It never arrives. */
  lostBefore: number
  /** It is carried out, and the phone is not told. */
  lostAfter: number
  /** It arrives twice, at the same moment. */
  doubled: number
}

export const usualNetwork: Network = { lostBefore: 0.01, lostAfter: 0.03, doubled: 0.03 }
export const badNetwork: Network = { lostBefore: 0.15, lostAfter: 0.25, doubled: 0.2 }
export const goodNetwork: Network = { lostBefore: 0, lostAfter: 0, doubled: 0 }

/** What a phone hears of one attempt: every answer that came, none where it was lost or the cloud was not there. */
export type Heard = Result<unknown>[]

/** A little longer than a function may take. */
const PATIENCE_MS = 35_000
/** A phone that loses its signal does so before, while and after its call is carried out. */
const HANGS_UP_WITHIN_MS = 60

/** The network between phones and the cloud. */
export interface Line {
  network: Network
  /** The answers that came to one call of a function. */
  call(name: string, event: object, openid: string): Promise<Heard>
  /** Fires a function's timer; whether it was carried out. */
  fire(name: string): Promise<boolean>
  /** Files go the same way. The id of what has arrived. */
  upload(path: string, bytes: Buffer, openid: string): Promise<string | null>
  close(): void
}

interface Posted {
  path: string
  openid: string
  body: string | Buffer
  hangUpAfter?: number
}

export function openLine(portOf: () => number, chance: Chance): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 500 })
  /** null where there was no answer. */
  const post = ({ path, openid, body, hangUpAfter }: Posted): Promise<unknown> =>
    new Promise((resolve) => {
      const headers = { 'x-wx-openid': openid, 'content-type': 'application/json' }
      const options = { host: '127.0.0.1', port: portOf(), path, method: 'POST', headers, agent }
      const outgoing: ClientRequest = request(options, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => (text += part))
        response.on('end', () => resolve(parsed(text))).on('error', () => resolve(null))
      })
      outgoing.setTimeout(PATIENCE_MS, () => outgoing.destroy())
      outgoing.on('close', () => resolve(null)).on('error', () => resolve(null))
      outgoing.end(body)
      if (hangUpAfter !== undefined) setTimeout(() => outgoing.destroy(), hangUpAfter)
    })
  return {
    network: usualNetwork,
    async call(name, event, openid) {
      const posted = { path: `/call/${name}`, openid, body: JSON.stringify(event) }
      const { lostBefore, lostAfter, doubled } = this.network
      if (chance.happens(lostBefore)) return []
      const isLost = chance.happens(lostAfter)
      const times = chance.happens(doubled) ? 2 : 1
      const hangUpAfter = isLost ? chance.below(HANGS_UP_WITHIN_MS) : undefined
      const came = await Promise.all(
        Array.from({ length: times }, (_, n) => post(n === 0 ? { ...posted, hangUpAfter } : posted)),
      )
      return came.flatMap((one) => resultIn(one))
    },
    async fire(name) {
      const answer = await post({ path: `/timer/${name}`, openid: '', body: '' })
      return resultIn(answer).some(({ ok }) => ok)
    },
    async upload(path, bytes, openid) {
      const posted = { path: `/upload?cloudPath=${encodeURIComponent(path)}`, openid, body: bytes }
      return (((await post(posted)) ?? {}) as { fileID?: string }).fileID ?? null
    },
    close: () => agent.destroy(),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A call that the platform could not carry out has no result: nobody knows how far it came. */
const resultIn = (answer: unknown): Heard => {
  const { result } = (answer ?? {}) as { result?: Result<unknown> }
  return result ? [result] : []
}
