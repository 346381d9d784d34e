import { randomUUID } from 'node:crypto'
import { addDays, dayOf } from '@contract/calendar'
import type { Case } from '@kernel/caseEvents'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { answered, callingAt } from '../functions/support/community'
import { stored } from '../functions/support/keeping'
import { telling } from '../functions/support/letters'
import type { Things } from '../support/everyPage'
import { thingsShown } from '../support/thingsShown'
import { moment } from './clock'
import type { Demonstration } from './demonstration'

/** A registration, and the officer of its community. */
interface ForOfficer {
  id: string
  officer: string
}

/** What pages are opened about, and what some scenes begin with. */
export interface Prepared extends Things {
  /** Who reports for a large family, which has not been reported today. */
  family: string
  /** Not yet looked at, in the first grid. */
  submitted: string
  /** What waits for an officer, by what for. */
  tightening: ForOfficer
  reassessed: ForOfficer
  appealed: ForOfficer
  /** Of a tip about which its teller is asked something. */
  asking: string
  /** Of a tip that was so: its reward is claimed. */
  rewarded: string
  /** What the teller of that one shows at the desk. */
  deskCode: string
}

/** Adds to the demonstration what happens only in functions, and says where everything is. */
export async function prepare(shown: Demonstration): Promise<Prepared> {
  const things = await thingsShown(shown, moment)
  return {
    ...things,
    family: unreportedFamily(shown),
    submitted: caseThat(shown, ({ status, at }) => status === 'submitted' && at.grid === 'qinghe-1-1')._id,
    tightening: forOfficer(shown, 'tightening'),
    reassessed: forOfficer(shown, 'reassessed'),
    appealed: forOfficer(shown, 'appealed'),
    asking: await askedAbout(shown),
    ...(await rewardedTip(shown)),
  }
}

function unreportedFamily({ data }: Demonstration): string {
  const yesterday = addDays(dayOf(moment), -1)
  const families = stored<HouseholdDocument>({ data }, 'households').filter(
    ({ reportedOn, members }) => reportedOn === yesterday && members.length >= 4,
  )
  const account = families
    .map(({ accounts }) => accounts[0])
    .sort()
    .at(-1)
  if (!account) throw new Error('every large family of the demonstration has reported')
  return account
}

function caseThat(shown: Demonstration, isIt: (one: Case) => boolean): Case {
  const found = stored<Case>(shown, 'cases').find(isIt)
  if (!found) throw new Error('the demonstration has no such case')
  return found
}

/** qinghe-3 is looked after by officer-3. */
function forOfficer(shown: Demonstration, status: string): ForOfficer {
  const { _id: id, at } = caseThat(shown, (one) => one.status === status)
  return { id, officer: `officer-${at.community?.split('-')[1] ?? ''}` }
}

const acting = (id: string, version: number) => ({ case: id, version, submission: randomUUID() as string })

/** Somebody tells something, and the grid worker has opened it. */
async function seenTip({ cloud, data }: Demonstration, teller: string, words: string) {
  const tips = () => stored<Case>({ data }, 'cases').filter(({ kind }) => kind === 'tip')
  const before = new Set(tips().map(({ _id }) => _id))
  const { as } = callingAt(cloud)
  const letter = telling({ kind: 'gathering', where: '3 号楼地下室', words })
  const { receipt } = answered(await as(teller).letterbox.tell(letter))
  await cloud.fireTimer('letterbox')
  const tip = tips().find(({ _id }) => !before.has(_id))
  if (!tip) throw new Error('no tip has come of it')
  const { version } = answered(await as('worker-1-1').tips.see(acting(tip._id, tip.version)))
  return { receipt, on: acting(tip._id, version), worker: as('worker-1-1') }
}

async function askedAbout(shown: Demonstration): Promise<string> {
  const { receipt, on, worker } = await seenTip(shown, 'neighbour-1', '十几个人在地下室打牌')
  answered(await worker.tips.ask({ ...on, words: '是从哪个门进去的？' }))
  return receipt
}

async function rewardedTip(shown: Demonstration): Promise<Pick<Prepared, 'rewarded' | 'deskCode'>> {
  const { receipt, on, worker } = await seenTip(shown, 'neighbour-2', '地下室又有人聚在一起打牌')
  answered(await worker.tips.confirm({ ...on, words: '已经劝散' }))
  const teller = callingAt(shown.cloud).as('neighbour-2')
  answered(await teller.rewards.claim({ receipt }))
  const { deskCode } = answered(await teller.letterbox.follow({ receipt }))
  if (!deskCode) throw new Error('nothing is to be handed over')
  return { rewarded: receipt, deskCode }
}
