import { Agent } from 'node:http'
import { createClient, type Client } from '../local/load'
import type { Call } from './acts'
import { quantile, sum } from './numbers'

/** What many goes of one act took. */
export interface Timing {
  /** Of each go. */
  milliseconds: number[]
  /** Of all together: several are under way at once. */
  totalMs: number
}

export const together = (timings: readonly Timing[]): Timing => ({
  milliseconds: timings.flatMap(({ milliseconds }) => milliseconds),
  totalMs: sum(timings.map(({ totalMs }) => totalMs)),
})

/** Milliseconds, but for `perSecond`. */
export interface Figures {
  median: number
  p99: number
  perSecond: number
}

export const figuresOf = ({ milliseconds, totalMs }: Timing): Figures => ({
  median: quantile(milliseconds, 0.5),
  p99: quantile(milliseconds, 0.99),
  perSecond: (milliseconds.length * 1000) / totalMs,
})

/** Clients of one cloud, over HTTP as phones are. */
export interface Clients {
  /** So many goes by so many clients at once, each of which begins its next go when the last is answered. */
  run(next: () => Call[], clients: number, goes: number): Promise<Timing>
  close(): void
}

export function openClients(port: number): Clients {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  const client = createClient(port, agent, 'bench')
  return {
    async run(next, clients, goes) {
      const milliseconds: number[] = []
      const begun = performance.now()
      let left = goes
      const live = async () => {
        while (left > 0) {
          left -= 1
          const calls = next()
          const start = performance.now()
          await make(client, calls)
          milliseconds.push(performance.now() - start)
        }
      }
      await Promise.all(Array.from({ length: clients }, live))
      return { milliseconds, totalMs: performance.now() - begun }
    },
    close: () => agent.destroy(),
  }
}

/** @throws {Error} when anything is answered but what was asked for */
async function make(client: Client, calls: readonly Call[]): Promise<void> {
  for (const { name, event, as } of calls) {
    const answer = await client.call(name, event, as)
    const { ok = false } = ('result' in answer ? answer.result : {}) as { ok?: boolean }
    if (!ok) throw new Error(`${name} ${JSON.stringify(event)}: ${JSON.stringify(answer)}`)
  }
}

/** What a function answers, whatever it is. */
export async function callOnce(port: number, { name, event, as }: Call): Promise<unknown> {
  const agent = new Agent()
  const answer = await createClient(port, agent, as).call(name, event)
  agent.destroy()
  if ('error' in answer) throw new Error(`${name}: ${answer.error.errMsg}`)
  return answer.result
}
