import { Agent, request } from 'node:http'
import type { CallAnswer } from '../../local/cloud'

/** Somebody's phone, which calls one function after the other. */
export interface Client {
  openid: string
  /** Calls a function over HTTP, as this person unless another is named. */
  call(name: string, event: object, as?: string): Promise<CallAnswer>
}

/** One thing that a client does: what it was answered, and whether that is what it should be. */
export type Turn = (client: Client) => Promise<{ answer: CallAnswer; isRight: boolean }>

export interface LoadReport {
  /** How often each turn was taken. */
  taken: Record<string, number>
  /** What was answered that should not have been. */
  wrong: string[]
  /** The milliseconds of a turn, at 50 and at 99 per cent. */
  median: number
  slowest: number
}

export interface LoadOptions {
  port: number
  clients: number
  seconds: number
  turns: Record<string, Turn>
}

/** Lets clients take turns, all at once, for that long; each takes the turns in order, beginning with another. */
export async function putUnderLoad({ port, clients, seconds, turns }: LoadOptions): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const names = Object.keys(turns)
  const taken = Object.fromEntries(names.map((name) => [name, 0]))
  const wrong: string[] = []
  const durations: number[] = []
  const end = performance.now() + seconds * 1000
  const live = async (n: number) => {
    const client = createClient(port, agent, `client-${n}`)
    for (let round = n; performance.now() < end; round += 1) {
      const name = names[round % names.length] as string
      const began = performance.now()
      const { answer, isRight } = await (turns[name] as Turn)(client)
      durations.push(performance.now() - began)
      taken[name]! += 1
      if (!isRight) wrong.push(`${name}: ${JSON.stringify(answer).slice(0, 500)}`)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_item, n) => live(n)))
  agent.destroy()
  durations.sort((one, other) => one - other)
  const at = (share: number) => Math.round(durations[Math.floor(durations.length * share)] ?? 0)
  return { taken, wrong, median: at(0.5), slowest: at(0.99) }
}

export function createClient(port: number, agent: Agent, openid: string): Client {
  return {
    openid,
    call: (name, event, as = openid) =>
      new Promise((resolve, reject) => {
        const headers = { 'x-wx-openid': as, 'content-type': 'application/json' }
        const options = { host: '127.0.0.1', port, path: `/call/${name}`, method: 'POST', headers, agent }
        const outgoing = request(options, (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (part: string) => (text += part))
          response.on('end', () => resolve(JSON.parse(text) as CallAnswer))
        })
        outgoing.on('error', reject)
        outgoing.end(JSON.stringify(event))
      }),
  }
}

/** What the fixtures can be asked for without any data, faults included. */
export const fixtureTurns: Record<string, Turn> = {
  'write and read a document': async (client) => {
    const code = `async ({ db }) => {
      const { _id } = await db.collection('notes').add({ data: { n: 1 } })
      await db.collection('notes').doc(_id).update({ data: { n: 2 } })
      const { data } = await db.collection('notes').doc(_id).get()
      await db.collection('notes').doc(_id).remove()
      return data.n
    }`
    const answer = await client.call('program', { program: code })
    return { answer, isRight: (result(answer) as { value?: unknown } | undefined)?.value === 2 }
  },
  'be told who one is': async (client) => {
    const answer = await client.call('whoami', { pauseMs: 1 })
    const identity = result(answer) as { before: { OPENID: string } } | undefined
    return { answer, isRight: identity?.before.OPENID === client.openid }
  },
  'ask for an error': async (client) => {
    const answer = await client.call('faulty', { action: 'throws' })
    return { answer, isRight: 'error' in answer && answer.error.errMsg === 'Error: it broke' }
  },
  'ask for nobody': async (client) => {
    const answer = await client.call('nobody', {})
    return { answer, isRight: 'error' in answer && answer.error.errCode === -501000 }
  },
}

function result(answer: CallAnswer): unknown {
  return 'result' in answer ? answer.result : undefined
}
