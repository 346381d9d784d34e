import type { TellerHappening, TellerStatus } from '@contract/letterbox'
import type { TipEvent, TipStatus } from '@contract/tipMachine'
import type { HistoryEvent } from '@kernel/history'

/** What this view reads of a tip. */
export interface Told {
  _id: string
  status: TipStatus
  history: readonly Pick<HistoryEvent, 'at' | 'submission' | 'event' | 'by' | 'words' | 'detail'>[]
}

type Entry = Told['history'][number]

/** One thing that a teller learns of, and in which tip it stands. */
export interface Happened {
  tip: string
  what: TellerHappening
  entry: Entry
}

/** What a teller sees of a tip. */
export interface TellerView {
  status: Exclude<TellerStatus, 'waiting'>
  happened: Happened[]
}

interface Shown {
  what: TellerHappening
  /** What it makes of the status; null leaves it. */
  status: TellerView['status'] | null
}

/** null: tellers do not learn of it. */
const shown: Record<TipEvent | 'tell', Shown | null> = {
  tell: { what: 'tell', status: 'told' },
  see: { what: 'see', status: 'seen' },
  escalate: null,
  dispatch: null,
  ask: { what: 'ask', status: null },
  add: { what: 'add', status: null },
  resume: { what: 'add', status: 'told' },
  confirm: { what: 'confirm', status: 'confirmed' },
  alreadyKnown: { what: 'alreadyKnown', status: 'known' },
  refute: { what: 'refute', status: 'unfounded' },
  leaveOpen: { what: 'leaveOpen', status: 'undetermined' },
  suspect: null,
  accuse: null,
  clear: { what: 'refute', status: 'unfounded' },
  condemn: { what: 'condemn', status: 'malicious' },
  appeal: { what: 'appeal', status: 'appealed' },
  uphold: { what: 'uphold', status: 'malicious' },
  pardon: { what: 'pardon', status: 'unfounded' },
  join: null,
  separate: null,
  reopen: { what: 'reopen', status: 'told' },
  lead: null,
  note: null,
  reassign: null,
  reveal: null,
  relocate: null,
}

/** Of a tip that another teller was found to have told out of malice, one who was joined to it learns that there was nothing. */
const shownToJoined: typeof shown = {
  ...shown,
  condemn: shown.refute,
  appeal: null,
  uphold: null,
  pardon: null,
}

/**
 * What the teller of `own` sees: its own history and, where it is joined to another, how that one goes on, without what
 * the other's teller has said.
 *
 * @param into - the tip that is handled for it; null where it is not joined to any
 */
export const tellerView = (own: Told, into: Told | null): TellerView => {
  const mine = viewOf(own, shown, own._id)
  const join = [...own.history].reverse().find(({ event }) => event === 'join')
  if (!into || !join || own.status !== 'joined') return mine
  const theirs = viewOf(into, shownToJoined, own._id)
  const isResult = ({ what }: Happened) => hasEnded(theirs.status) && shown[what]?.status === theirs.status
  const [result] = theirs.happened.filter(isResult).slice(-1)
  return {
    status: theirs.status,
    happened: [
      ...mine.happened,
      { tip: own._id, what: 'join', entry: join },
      ...theirs.happened.filter((one) => isAfter(join, one) || one === result),
    ],
  }
}

/** What tellers do bears a time before it was done; of this one's it is after the joining that it comes to stand there. */
const isAfter = (join: Entry, { entry }: Happened): boolean =>
  entry.by.actor === 'teller' || entry.at >= join.at

const hasEnded = (status: TellerStatus): boolean => status !== 'told' && status !== 'seen'

/** How it stands counts for everybody; what tellers have said is read by the one of tip `reader` alone. */
function viewOf(tip: Told, table: typeof shown, reader: string): TellerView {
  const happened: Happened[] = []
  let status: TellerView['status'] = 'told'
  for (const entry of tip.history) {
    const now = table[entry.event as keyof typeof shown]
    if (!now || isNoNews(now, status)) continue
    status = now.status ?? status
    const isRead = entry.by.actor !== 'teller' || tellerOf(entry, tip) === reader
    if (isRead) happened.push({ tip: tip._id, what: now.what, entry })
  }
  return { status, happened }
}

/** The tip whose teller has said it: this one, or one that is joined to it. */
const tellerOf = ({ detail }: Entry, { _id }: Told) => detail?.from ?? _id

/** Seen again because it was sent to another, or cleared of what the teller has never heard of: it stands as it stood. */
const isNoNews = ({ what, status }: Shown, before: TellerStatus): boolean =>
  status === before && (what === 'see' || what === 'refute')

/** The latest question that nothing has been added after; undefined where there is none. */
export const openQuestion = (happened: readonly Happened[]): Happened | undefined => {
  const [last] = happened.filter(({ what }) => what === 'ask' || what === 'add').slice(-1)
  return last?.what === 'ask' ? last : undefined
}

/** There is one appeal against a tip's own malice; nobody answers for the one that theirs was joined to. */
export const canAppeal = ({ status, history }: Pick<Told, 'status' | 'history'>): boolean =>
  status === 'malicious' && history.every(({ event }) => event !== 'appeal')
