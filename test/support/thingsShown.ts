import { randomUUID } from 'node:crypto'
import { dayOf } from '@contract/calendar'
import type { Case } from '@kernel/caseEvents'
import type { RiskListDocument, PolicyDocument } from '@kernel/assessment/editionDocuments'
import type { LookTally } from '@kernel/lookRules'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import type { CollectionName } from '@kernel/collections'
import type { Cloud } from '../../local/cloud'
import { fromStoredText } from '../../local/store/storedText'
import type { Document } from '../../local/store/types'
import { answered, callingAt } from '../functions/support/community'
import { asIntruder } from '../functions/support/intruder'
import { telling } from '../functions/support/letters'
import { reportOf } from '../functions/support/reports'
import type { Things } from './everyPage'

/** The demonstration, run by a cloud that keeps it in that folder. */
interface Shown {
  cloud: Pick<Cloud, 'call' | 'fireTimer'>
  data: string
}

/**
 * Finds what the pages show in the demonstration, and adds what it does not have: somebody unwell, somebody who looked too
 * often, a tip with its receipt, an invitation, whom the next list changes, and a certificate of what was deleted.
 * @param now the moment as of which the demonstration was made.
 */
export async function thingsShown(shown: Shown, now: Date): Promise<Things> {
  const healthAlert = await somebodyUnwell(shown, now)
  const receipt = await somethingTold(shown)
  await somethingDeleted(shown, now)
  const riskList = found<RiskListDocument>(shown, 'riskLists', ({ status }) => status === 'proposed')._id
  return {
    healthAlert,
    receipt,
    riskList,
    registration: caseOf(shown, 'resident-observed', 'accepted'),
    asked: caseOf(shown, 'resident-asked', 'asked'),
    household: householdOf(shown, 'resident-waiting')._id,
    tip: caseIn(
      shown,
      ({ kind, status, at }) => kind === 'tip' && status === 'told' && at.grid === 'qinghe-1-1',
    ),
    lookAlert: await somebodyLooking(shown, now),
    textCheck: caseIn(shown, ({ kind }) => kind === 'textCheck'),
    post: 'post-worker-1-1',
    policy: found<PolicyDocument>(shown, 'policies', ({ status }) => status === 'published')._id,
    community: await communityChangedBy(shown, riskList),
    invitation: await somebodyInvited(shown),
  }
}

function found<T>({ data }: Shown, name: CollectionName, isIt: (document: T) => boolean): T {
  const texts = asIntruder({ data }, (store) => store.find(name, { filter: {} }))
  const document = texts.map((text) => fromStoredText(text) as T).find(isIt)
  if (!document) throw new Error(`the demonstration has no such document in ${name}`)
  return document
}

const caseIn = (shown: Shown, isIt: (one: Case) => boolean): string => found<Case>(shown, 'cases', isIt)._id

const caseOf = (shown: Shown, owner: string, status: string): string =>
  caseIn(shown, (one) => one.owner === owner && one.status === status)

const householdOf = (shown: Shown, account: string): HouseholdDocument =>
  found<HouseholdDocument>(shown, 'households', ({ accounts }) => accounts.includes(account))

async function somebodyUnwell(shown: Shown, now: Date): Promise<string> {
  const account = 'resident-family'
  const report = reportOf(householdOf(shown, account), [{ temperature: '38.2' }], { on: dayOf(now) })
  const { unwell } = answered(await callingAt(shown.cloud).as(account).selfReport.report(report))
  return unwell[0]?.alert ?? ''
}

async function somethingTold({ cloud }: Shown): Promise<string> {
  const { letterbox } = callingAt(cloud).as('resident-new')
  const { receipt } = answered(await letterbox.tell(telling()))
  await cloud.fireTimer('letterbox')
  return receipt
}

/** What was looked at in the hour before is one less than what is told to the officer above. */
async function somebodyLooking(shown: Shown, now: Date): Promise<string> {
  const openid = 'worker-1-2'
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const recent = Array.from({ length: 30 }, (_, index) => minutesAgo(1 + index))
  const acts = recent.map(() => randomUUID() as string)
  const tally: LookTally = { _id: openid, recent, acts, lastAt: minutesAgo(1), alertedAt: null }
  asIntruder(shown, (store) => store.insert('lookTallies', [tally as unknown as Document]))
  const search = { submission: randomUUID(), number: '13900000001', words: '电话核实' }
  answered(await callingAt(shown.cloud).as(openid).looks.find(search))
  return caseIn(shown, ({ kind }) => kind === 'lookAlert')
}

async function somebodyInvited({ cloud }: Shown): Promise<string> {
  const { staff } = callingAt(cloud).as('officer-1')
  const invitation = { submission: randomUUID(), place: 'qinghe-1-1', role: 'gridWorker' as const }
  return answered(await staff.invite(invitation)).code
}

/** Asked again until everybody has been looked at: each answer goes on for some seconds. */
async function communityChangedBy({ cloud }: Shown, edition: string): Promise<string> {
  const { reassessment } = callingAt(cloud).as('street-officer')
  for (let asked = 0; asked < 20; asked += 1) {
    const [run] = answered(await reassessment.runs({ place: 'qinghe', edition }))
    const [first] = run?.status === 'done' ? run.communities : []
    if (first) return first.community.id
  }
  throw new Error('the list that waits changes nobody')
}

/** A registration that was withdrawn long ago. */
async function somethingDeleted(shown: Shown, now: Date): Promise<void> {
  const withdrawn = caseIn(shown, ({ status, owner }) => status === 'withdrawn' && owner !== null)
  const keepUntil = new Date(now.getTime() - 60_000)
  asIntruder(shown, (store) =>
    store.update('cases', { _id: withdrawn }, { $set: { keepUntil } }, { multi: false }),
  )
  await shown.cloud.fireTimer('keeping')
}
