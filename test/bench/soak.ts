/**
 * `npm run bench:soak [seconds]`: two hundred clients at once, for thirty seconds unless said otherwise, against the
 * project's functions and the fixtures of the tests. Fails when anything is answered that should not be, when
 * an instance is left, or when the cloud does not give its memory back.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot } from '../../config/root'
import { demoPosts } from '../../local/demo/places'
import { registration } from '../functions/support/registrations'
import { fixtureTurns, putUnderLoad, type Turn } from '../local/load'
import type { SoakMessage } from './soakCloud'

const clients = 200
/** What the cloud may keep more after the load than before: caches of the database and of compiled code. */
const marginMegabytes = 100

const officer = demoPosts.find(({ role }) => role === 'communityOfficer')?.openid ?? ''

/** A turn that calls a function of the project, which says whether it did what it was asked. */
const project =
  (name: string, action: string, input: () => object, as?: string): Turn =>
  async (client) => {
    const answer = await client.call(name, { action, input: input() }, as)
    return { answer, isRight: 'result' in answer && (answer.result as { ok?: unknown }).ok === true }
  }

async function ask(cloud: ChildProcess): Promise<{ rssMegabytes: number; instances: number }> {
  cloud.send('state')
  const [state] = (await once(cloud, 'message')) as [{ rssMegabytes: number; instances: number }]
  return state
}

async function main(seconds: number): Promise<void> {
  const cloud = fork(inRoot('test/bench/soakCloud.ts'), { execArgv: ['--expose-gc', '--import', 'tsx'] })
  const [{ port }] = (await once(cloud, 'message')) as [Extract<SoakMessage, { port: number }>]
  const turns = {
    register: project('returnee', 'register', registration),
    mine: project('returnee', 'mine', () => ({})),
    inbox: project('inbox', 'list', () => ({}), officer),
    ...fixtureTurns,
  }
  await putUnderLoad({ port, clients: 8, seconds: 3, turns })
  await wait(8_000)
  const before = await ask(cloud)
  const report = await putUnderLoad({ port, clients, seconds, turns })
  const during = await ask(cloud)
  await wait(8_000)
  const after = await ask(cloud)
  console.log({ clients, seconds, ...report, wrong: report.wrong.slice(0, 10), before, during, after })
  cloud.disconnect()
  const isSound = after.instances === 0 && after.rssMegabytes - before.rssMegabytes < marginMegabytes
  if (report.wrong.length > 0 || !isSound) process.exitCode = 1
}

void main(Number(process.argv[2] ?? 30))
