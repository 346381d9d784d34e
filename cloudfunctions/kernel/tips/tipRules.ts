import type { ErrorCode } from '@contract/action'
import { officerRoles, type StaffRole } from '@contract/roles'
import type { TipEvent, TipStatus } from '@contract/tipMachine'
import { TIP_DUE_HOURS } from '@contract/tips'
import type { HistoryEvent } from '../history'

const HOUR = 3_600_000

/** By when somebody has opened a tip, at any time of day; and, having opened it, has been there. */
export const goingDue = (now: Date): Date => new Date(now.getTime() + TIP_DUE_HOURS * HOUR)

/** What these rules read of an event. */
export type Told = Pick<HistoryEvent, 'event' | 'by'>

/** Who has caused one of these on a tip does not cause that one: two say that it was malice, and a third hears the appeal. */
const notAfter: Partial<Record<TipEvent, readonly TipEvent[]>> = {
  condemn: ['suspect', 'accuse'],
  uphold: ['suspect', 'accuse', 'condemn'],
  pardon: ['suspect', 'accuse', 'condemn'],
}

/** The accounts that must not cause an event because of what they have said of the tip at any time. */
export const barredFrom = (event: TipEvent, history: readonly Told[]): string[] => {
  const said: readonly string[] = notAfter[event] ?? []
  return history.filter((entry) => said.includes(entry.event)).map(({ by }) => by.account)
}

/** What the table of events cannot say: why this account must not cause `event`; null when it may. */
export const barTo = (event: TipEvent, history: readonly Told[], account: string): ErrorCode | null => {
  // There is one appeal; whoever has won it is not accused again.
  if (event === 'accuse' && history.some((entry) => entry.event === 'pardon')) return 'eventNotAllowed'
  return barredFrom(event, history).includes(account) ? 'notYourOwn' : null
}

/** What is put before an officer, and what that officer would then do. */
const putForward = { suspect: 'accuse', accuse: 'condemn', appeal: 'pardon' } as const satisfies Partial<
  Record<TipEvent, TipEvent>
>
export type PutForward = keyof typeof putForward

const nearestFirst: Record<PutForward, readonly StaffRole[]> = {
  suspect: officerRoles,
  accuse: officerRoles,
  // Those above the ones who usually decide.
  appeal: ['streetOfficer', 'districtOfficer', 'communityOfficer'],
}

/**
 * The officer before whom `event` puts a tip: the nearest who may decide and has not put it forward; undefined where there
 * is none, and it waits for one. `history` is that before the event, `account` who causes it.
 */
export const officerAfter = <Post extends { openid: string; role: StaffRole }>(
  event: PutForward,
  history: readonly Told[],
  account: string,
  posts: readonly Post[],
): Post | undefined => {
  const barred = [account, ...barredFrom(putForward[event], history)]
  return nearestFirst[event]
    .flatMap((role) => posts.filter((post) => post.role === role))
    .find(({ openid }) => !barred.includes(openid))
}

/** Whose hands a tip must not come into that `event` has put before an officer; none where somebody has to go there. */
export const barredAfter = ({ event, by }: Told, history: readonly Told[]): string[] =>
  event in putForward ? [by.account, ...barredFrom(putForward[event as PutForward], history)] : []

/** What an officer does with a tip that waits for one. */
const awaited: Partial<Record<TipStatus, TipEvent>> = {
  suspected: 'accuse',
  accused: 'condemn',
  appealed: 'pardon',
}

/** Whose hands a tip must not come into as it stands; null where any colleague may have it. */
export const notForOfficers = (status: TipStatus, history: readonly Told[]): string[] | null => {
  const event = awaited[status]
  return event ? barredFrom(event, history) : null
}
