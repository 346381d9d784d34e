import { mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startCloud, type Cloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { openStore, type DatabaseDeclaration } from '../../local/store'
import { inRoot } from '../../config/root'
import { opening } from '../functions/support/families'
import { benchActs, type Call } from './acts'
import type { Supplies } from './office'
import { holds, numbered, type PeerAct, type PeerFile } from './peerFile'

/** What can be called, and whether an answer is what was asked for. */
export interface Side {
  cloud: Cloud
  next: (act: PeerAct) => { call: Call; isRight: (answer: unknown) => boolean } | null
}

export function theirs(cloud: Cloud, { acts }: PeerFile): Side {
  let count = 0
  return {
    cloud,
    next(act) {
      const described = acts[act]
      if (!described) return null
      const { function: name, event, caller, answers } = numbered(described, (count += 1))
      return { call: { name, event, as: caller }, isRight: (answer) => holds(answer, answers) }
    },
  }
}

/** A family is entered; one sees one's registrations, registers, and staff open their inbox. */
export function ours(cloud: Cloud, supplies: Supplies): Side {
  const { register, 'inbox page': inbox } = benchActs(supplies)
  let count = 0
  const calls: Record<PeerAct, () => Call> = {
    register: () => ({
      name: 'households',
      event: { action: 'open', input: opening() },
      as: `family-of-${(count += 1)}`,
    }),
    list: () => ({
      name: 'returnee',
      event: { action: 'mine', input: {} },
      as: supplies.accounts[(count += 1) % supplies.accounts.length] ?? '',
    }),
    submit: () => only(register.next()),
    adminList: () => only(inbox.next()),
  }
  return { cloud, next: (act) => ({ call: calls[act](), isRight: (answer) => holds(answer, { ok: true }) }) }
}

function only([call]: Call[]): Call {
  if (!call) throw new Error('an act without a call')
  return call
}

/** Their functions, and the bare one beside them. */
export function gatherTheirs(peer: string, folder: string): string {
  mkdirSync(folder)
  for (const name of readdirSync(peer))
    if (statSync(join(peer, name)).isDirectory()) symlinkSync(resolve(peer, name), join(folder, name))
  symlinkSync(inRoot('test/bench/functions/least'), join(folder, 'least'))
  return folder
}

export function seedTheirs(data: string, { collections }: PeerFile): DatabaseDeclaration {
  const declared = Object.fromEntries(
    Object.entries(collections).map(([name, { indexes }]) => [name, { indexes }]),
  )
  const declaration = { collections: { ...declared, scratch: {} } }
  const store = openStore({ directory: data, declaration })
  for (const [name, { documents, seeded }] of Object.entries(collections))
    for (const document of documents)
      store.insert(
        name,
        Array.from({ length: seeded }, (_, n) => numbered(document, n + 1)),
      )
  store.close()
  return declaration
}

/** A local cloud for as long as the work takes, with the document that a bare request reads. */
export async function onCloud<T>(
  options: { functions: string; data: string; database: DatabaseDeclaration },
  work: (cloud: Cloud) => Promise<T>,
): Promise<T> {
  const store = openStore({ directory: options.data, declaration: options.database })
  store.insert('scratch', [{ _id: 'bare', version: 1 }])
  store.close()
  const cloud = await startCloud({ ...options, port: 0, miniProgram: demoMiniProgram })
  try {
    return await work(cloud)
  } finally {
    await cloud.stop()
  }
}
