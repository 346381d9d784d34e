import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '@kernel/caseEvents'
import type { CountsDocument } from '@kernel/counts/countRules'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import type { CollectionName } from '@kernel/collections'
import type { LedgerLineDocument, StockDocument } from '@kernel/tips/stocks'
import { letterId } from '@kernel/tips/letters'
import { Chance } from '../../local/demo/chance'
import { check } from '../soak/checks'
import { openPhones, type Phones } from '../soak/load/phone'
import { goodNetwork, type Line } from '../soak/load/line'
import type { Finding, Said } from '../soak/said'
import { documentsOf, readStored, type Stored } from '../soak/stored'
import { openCommunity, type Community } from './support/community'
import { opening } from './support/families'
import { set } from './support/keeping'
import { empty, telling } from './support/letters'
import { act, answersOf, place, today } from './support/registrations'

const SECRET = '欧阳朝霞'

let community: Community
let sound: Stored
let said: Said[]
beforeAll(async () => {
  community = await openCommunity()
  said = []
  const phones = openPhones({
    ...{ line: lineTo(community), said, haste: 0, isOver: () => false },
    chance: new Chance(1),
  })
  await liveThrough(phones)
  sound = readStored(community.data)
})
afterAll(() => community.close())

/** To a cloud that is always there. */
const lineTo = (opened: Community): Line => ({
  network: goodNetwork,
  call: async (name, event, openid) => {
    const { action, input } = event as { action: string; input: unknown }
    return [await opened.send(openid, name, action, input)]
  },
  fire: async (name) => 'result' in (await opened.cloud.fireTimer(name)),
  upload: () => Promise.resolve(null),
  close: () => undefined,
})

const there = <T>(answer: T | null): T => {
  if (answer === null) throw new Error('refused')
  return answer
}

/** A registration that is decided, a family of which somebody is unwell, and a tip that was worth a reward. */
async function liveThrough(phones: Phones): Promise<void> {
  const person = { ...answersOf().person, name: SECRET }
  const registering = { submission: randomUUID(), purpose: 'self' as const, answers: answersOf({ person }) }
  const fresh = there(await phones.submit('resident-1', 'returnee', 'register', registering))
  const decision = { ...act(fresh), measure: 'homeObservation' as const, days: 7, words: '' }
  there(await phones.submit('worker-1-1', 'returnee', 'accept', decision))
  await phones.submit('worker-1-1', 'returnee', 'accept', { ...decision, submission: randomUUID() })

  const { id, members } = there(await phones.submit('resident-2', 'households', 'open', opening()))
  const people = members.map((member, n) => ({
    ...{ person: member.id, temperature: n === 0 ? '38.6' : '36.5', note: '' },
    ...{ symptoms: [], contacts: [], been: [] },
  }))
  const report = { submission: randomUUID(), household: id, on: today, how: 'self' as const, people }
  there(await phones.submit('resident-2', 'selfReport', 'report', report))

  const letter = telling()
  const { receipt } = there(await phones.submit('teller', 'letterbox', 'tell', letter, { id: letter.letter }))
  await empty(community)
  const { items } = there(await phones.look('worker-1-1', 'inbox', 'list', { kind: 'tip' }))
  const seen = there(await phones.submit('worker-1-1', 'tips', 'see', act(there(items[0] ?? null))))
  there(await phones.submit('worker-1-1', 'tips', 'confirm', { ...act(seen), words: '车主刚回来' }))
  there(await phones.submit('teller', 'rewards', 'claim', { receipt }, { id: receipt }))
  const { deskCode } = there(await phones.look('teller', 'letterbox', 'follow', { receipt }))
  const stock = { place: 'qinghe-1', submission: randomUUID() as string, pieces: 50, words: '到货' }
  there(await phones.submit('officer-1', 'rewards', 'restock', stock))
  const handing = { place: 'qinghe-1', submission: randomUUID() as string, code: there(deskCode) }
  const about = { id: handing.submission, about: handing.code }
  there(await phones.submit('officer-1', 'rewards', 'handOver', handing, about))
  await community.cloud.fireTimer('inbox')
}

/** Jest's own `structuredClone` makes dates that are none to the code under test. */
function copied<T>(value: T): T {
  if (value instanceof Date) return new Date(value) as T
  if (Array.isArray(value)) return value.map(copied) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, copied(field as unknown)]),
  ) as T
}

/** What the checker says of the same after something has gone wrong. */
function after(break_: (stored: Stored, told: Said[]) => void, secrets: string[] = [SECRET]): Finding[] {
  const broken: Stored = {
    ...sound,
    documents: copied(sound.documents),
    files: [...sound.files],
  }
  const told = copied(said)
  break_(broken, told)
  return check(broken, { said: told, secrets, now: new Date() })
}

const one = <T>(stored: Stored, name: CollectionName, is: (document: T) => boolean): T => {
  const found = documentsOf<T>(stored, name).find(is)
  if (!found) throw new Error(`nothing of the kind in ${name}`)
  return found
}

const without = (
  stored: Stored,
  name: CollectionName,
  is: (document: { _id?: unknown }) => boolean,
): void => {
  stored.documents[name] = stored.documents[name].filter((document) => !is(document))
}

const ofKind = (kind: string) => (found: Case) => found.kind === kind
const saidOf = (told: Said[], what: string): Said => {
  const found = told.find((each) => each.what === what)
  if (!found) throw new Error(`nobody said ${what}`)
  return found
}

/** What goes wrong, how, and what is said of it. */
type Break = [title: string, how: (stored: Stored, told: Said[]) => void, says: RegExp]

const ofSubmissions: Break[] = [
  [
    'a registration that was acknowledged and is gone',
    (stored, told) => without(stored, 'cases', ({ _id }) => _id === saidOf(told, 'returnee.register').id),
    /^returnee\.register .* acknowledged, and is there 0 times$/,
  ],
  [
    'an act that was refused and is there',
    (_stored, told) => void (saidOf(told, 'returnee.accept').answers = ['changedMeanwhile']),
    /^returnee\.accept .* refused \(changedMeanwhile\), and is there 1 times$/,
  ],
  [
    'a report that is there twice, although nobody knows whether it arrived',
    (stored, told) => {
      saidOf(told, 'selfReport.report').answers = []
      const [day] = one<HouseholdDocument>(stored, 'households', () => true).days
      day?.reports.push(...day.reports)
    },
    /^selfReport\.report .* unknown, and is there 2 times$/,
  ],
  [
    'somebody who was told both that it is done and that it is not',
    (_stored, told) => void saidOf(told, 'rewards.claim').answers.push('eventNotAllowed'),
    /^rewards\.claim .* acknowledged, and refused as eventNotAllowed$/,
  ],
  [
    'a letter that was taken and became nothing',
    (stored) => without(stored, 'cases', (found) => ofKind('tip')(found as Case)),
    /^letterbox\.tell .* acknowledged, and is there 0 times$/,
  ],
  [
    'a letter that became a tip and lies in the letterbox as well',
    (stored, told) => {
      const tip = one<Case>(stored, 'cases', ofKind('tip'))
      stored.documents.letters.push({ _id: letterId(saidOf(told, 'letterbox.tell').id), tip: tip._id })
    },
    /^letterbox\.tell .* acknowledged, and is there 2 times$/,
  ],
  [
    'one reward that two desks were told to hand over',
    (_stored, told) => void told.push({ ...saidOf(told, 'rewards.handOver'), id: 'another' }),
    /^rewards\.handOver another was acknowledged to two$/,
  ],
  [
    'a person who is named and not remembered',
    (stored) => void stored.documents.people.pop(),
    /^cases\/.* names 2 people; 1 are remembered$/,
  ],
  [
    'somebody unwell whom no grid worker sees',
    (stored) => without(stored, 'cases', (found) => ofKind('healthAlert')(found as Case)),
    /^cases\/.* was told of, and is not there$/,
  ],
  [
    'a report of which nothing is left',
    (stored) => void (one<HouseholdDocument>(stored, 'households', () => true).days = []),
    /^households\/.* has no report of /,
  ],
]

const registrationIn = (stored: Stored) => one<Case>(stored, 'cases', ofKind('returnee'))

const ofCases: Break[] = [
  [
    'a version without its event',
    (stored) => void (registrationIn(stored).version += 1),
    /^cases\/.* is of version 3, with 2 events$/,
  ],
  [
    'an event that is there twice',
    (stored) => {
      const { history } = registrationIn(stored)
      history.push(...history.slice(-1))
    },
    /^cases\/.* has twice: accept /,
  ],
  [
    'an event that was changed afterwards',
    (stored) => void (registrationIn(stored).history[1]!.at = new Date(0)),
    /^cases\/.* its history is not whole: entry at 1$/,
  ],
  [
    'a case that was changed without an event',
    (stored) => void (registrationIn(stored).owner = 'somebody-else'),
    /^cases\/.* its history is not whole: content at 1$/,
  ],
  [
    'an event that the machine does not have there',
    (stored) => void (registrationIn(stored).history[1]!.event = 'uphold'),
    /^cases\/.* went from submitted to accepted by uphold of gridWorker, after submitted$/,
  ],
  [
    'a status that no event has made',
    (stored) => void (registrationIn(stored).status = 'asked'),
    /^cases\/.* is asked, which no event made it$/,
  ],
  [
    'a case for which somebody waits, and nobody acts',
    (stored) => void (one<Case>(stored, 'cases', ofKind('healthAlert')).todo = null),
    /^cases\/.* is raised, and waits for nobody$/,
  ],
  [
    'a case that is decided, and still waits for somebody',
    (stored) => {
      const { todo } = one<Case>(stored, 'cases', ofKind('healthAlert'))
      registrationIn(stored).todo = todo
    },
    /^cases\/.* is accepted, and waits for gridWorker$/,
  ],
  [
    'a case that lies elsewhere than its place',
    (stored) => void (registrationIn(stored).at.grid = 'qinghe-1-2'),
    /^cases\/.* lies at .*; the tree says /,
  ],
  [
    'a place that does not lie below its parent',
    (stored) => {
      const found = one<{ _id: string; at: { grid?: string } }>(
        stored,
        'places',
        ({ _id }) => _id === place.compound,
      )
      found.at.grid = 'qinghe-1-2'
    },
    new RegExp(`^places/${place.compound} does not lie where its parent lies$`),
  ],
]

const stockIn = (stored: Stored) => one<StockDocument>(stored, 'rewardStocks', () => true)
const lineIn = (stored: Stored, number: number) =>
  one<LedgerLineDocument>(stored, 'rewardLedger', (line) => line.number === number)

const ofRewards: Break[] = [
  [
    'a stock that its ledger does not add up to',
    (stored) => void (stockIn(stored).pieces += 1),
    /^rewardStocks\/qinghe-1 holds 41 after 2 changes; its ledger 40 after 2$/,
  ],
  [
    'a line of a ledger that is gone',
    (stored) => without(stored, 'rewardLedger', ({ _id }) => _id === lineIn(stored, 1)._id),
    /^rewardLedger\/.* is line 2 and leaves 40; it should be 1 and leave -10$/,
  ],
  [
    'a reward that the ledger does not know',
    (stored) => {
      const [voucher] = stored.documents.vouchers
      stored.documents.vouchers.push({ ...voucher, _id: 'another' })
    },
    /^rewardStocks\/qinghe-1 handed over 2 rewards of 20 pieces; its ledger says 1 of 10$/,
  ],
]

const countsIn = (stored: Stored) =>
  one<CountsDocument>(stored, 'caseCounts', ({ _id }) => _id === 'qinghe-1')

const ofTheRest: Break[] = [
  [
    'a place whose counts are not those of its cases',
    (stored) => void (countsIn(stored).total.healthAlert = { open: 2 }),
    /^caseCounts qinghe-1: in all healthAlert open is 2 and must be 1$/,
  ],
  [
    'a case that waits to be counted',
    (stored) => void (registrationIn(stored).uncounted = new Date()),
    /^cases\/.* has not been counted$/,
  ],
  [
    'a letter that nobody takes out',
    (stored) => void stored.documents.letters.push({ _id: 'lying-there' }),
    /^letters\/lying-there has not been taken out of the letterbox$/,
  ],
  [
    'a place whose cases were left on their way',
    (stored) => void stored.documents.relocations.push({ _id: place.compound }),
    new RegExp(`^relocations/${place.compound} has not been brought to its end$`),
  ],
  [
    'a run that never ends',
    (stored) => void stored.documents.runs.push({ _id: 'run', purpose: 'reassessment', status: 'running' }),
    /^runs\/run is running$/,
  ],
  [
    'a damaged file',
    (stored) => void (stored.integrity = 'row 7 missing from index'),
    /^database\.sqlite row 7 missing from index$/,
  ],
  [
    'what somebody has typed, in a document',
    (stored) => {
      registrationIn(stored).brief.name = SECRET
      stored.files.push({
        name: 'database.sqlite',
        bytes: Buffer.from(JSON.stringify(registrationIn(stored))),
      })
    },
    new RegExp(`^cases/.* says in clear: ${SECRET}$`),
  ],
  [
    'what somebody has typed, in hexadecimal, in a file beside the database',
    (stored) =>
      void stored.files.push({ name: 'outbox', bytes: Buffer.from(Buffer.from(SECRET).toString('hex')) }),
    new RegExp(`^outbox says in clear: ${SECRET}$`),
  ],
]

describe('the checker of a soak', () => {
  it('finds nothing where nothing is wrong, though one act was refused', () => {
    expect(after(() => undefined)).toEqual([])
    expect(said.filter(({ answers }) => answers[0] !== 'ok')).toHaveLength(1)
  })

  it.each([...ofSubmissions, ...ofCases, ...ofRewards, ...ofTheRest])('finds %s', (_title, how, says) => {
    const findings = after(how).map(({ document, what }) => `${document} ${what}`)
    expect(findings.filter((finding) => says.test(finding))).toHaveLength(1)
  })

  it('reads what is really stored: a case that somebody changed in the file is found', () => {
    const { _id } = registrationIn(sound)
    set(community, 'cases', _id, { status: 'withdrawn' })
    const findings = check(readStored(community.data), { said, secrets: [SECRET], now: new Date() })
    set(community, 'cases', _id, { status: 'accepted' })
    expect(findings.map(({ document }) => document)).toContain(`cases/${_id}`)
  })

  it('reads every file: what lies in clear beside the database is found', () => {
    const file = join(community.data, 'left.txt')
    writeFileSync(file, `${SECRET}\n`)
    expect(check(readStored(community.data), { said, secrets: [SECRET], now: new Date() })).toEqual([
      { document: file, what: `says in clear: ${SECRET}` },
    ])
    rmSync(file)
  })
})
