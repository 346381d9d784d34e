import { defineMachine, takenAlong } from './machine'
import { caseRoles, officerRoles } from './roles'

const statuses = [
  'told',
  'escalated',
  'seen',
  'confirmed',
  'known',
  'unfounded',
  'undetermined',
  'joined',
  'suspected',
  'accused',
  'malicious',
  'appealed',
] as const

const open = ['told', 'escalated', 'seen'] as const

/** A visit ends with one of these; which of them is the event. */
const visited = (to: 'confirmed' | 'known' | 'unfounded' | 'undetermined') =>
  ({ from: ['seen'], to, by: caseRoles, words: 'required', todo: null }) as const

/**
 * A tip, from a teller whom nobody knows: who has the receipt is the teller. The grid worker goes and looks; nobody has
 * opened it within two hours: the officer above is told as well. That somebody has told it out of malice is said by two
 * officers, and the teller can appeal against it once.
 */
export const tipMachine = defineMachine(statuses)({
  kind: 'tip',
  start: { event: 'tell', to: 'told', by: ['teller'], todo: 'gridWorker' },
  readers: caseRoles,
  events: {
    see: { from: ['told', 'escalated'], to: 'seen', by: caseRoles, words: 'none', todo: 'gridWorker' },
    escalate: {
      from: ['told'],
      to: 'escalated',
      by: ['system'],
      words: 'none',
      todo: 'communityOfficer',
      internal: true,
      anyVersion: true,
    },
    /** Said more exactly where it is, or who goes: it is opened anew by whoever is responsible there. */
    dispatch: {
      from: open,
      to: 'told',
      by: caseRoles,
      words: 'optional',
      todo: 'gridWorker',
      internal: true,
    },
    /** A question that the teller reads with the receipt; whoever asks need not wait for the answer. */
    ask: { from: open, to: 'same', by: caseRoles, words: 'required', todo: 'keep' },
    /** The teller answers, or adds what they have seen since; also to what is closed, which stays closed. */
    add: {
      from: statuses.filter((status) => status !== 'undetermined'),
      to: 'same',
      by: ['teller'],
      words: 'optional',
      todo: 'keep',
      anyVersion: true,
    },
    /** The teller adds to what could not be determined: somebody looks again. */
    resume: {
      from: ['undetermined'],
      to: 'told',
      by: ['teller'],
      words: 'optional',
      todo: 'gridWorker',
      anyVersion: true,
    },
    /** It is so, and nobody knew. */
    confirm: visited('confirmed'),
    alreadyKnown: visited('known'),
    refute: visited('unfounded'),
    leaveOpen: visited('undetermined'),
    /** Whoever went there thinks that it was told out of malice: that is for officers to say. */
    suspect: {
      from: ['seen'],
      to: 'suspected',
      by: caseRoles,
      words: 'required',
      todo: 'communityOfficer',
      internal: true,
    },
    /** The first of two officers. */
    accuse: {
      from: ['suspected', 'unfounded'],
      to: 'accused',
      by: officerRoles,
      words: 'required',
      todo: 'communityOfficer',
      internal: true,
    },
    /** No malice: it was a mistake, as most are. */
    clear: {
      from: ['suspected', 'accused'],
      to: 'unfounded',
      by: officerRoles,
      words: 'required',
      todo: null,
      internal: true,
    },
    /** The second officer. The teller reads why. */
    condemn: { from: ['accused'], to: 'malicious', by: officerRoles, words: 'required', todo: null },
    appeal: {
      from: ['malicious'],
      to: 'appealed',
      by: ['teller'],
      words: 'required',
      todo: 'streetOfficer',
      anyVersion: true,
    },
    uphold: { from: ['appealed'], to: 'malicious', by: officerRoles, words: 'required', todo: null },
    pardon: { from: ['appealed'], to: 'unfounded', by: officerRoles, words: 'required', todo: null },
    /** The same as another tip: that one is handled, and this one's receipt tells of it. */
    join: { from: open, to: 'joined', by: caseRoles, words: 'none', todo: null, internal: true },
    separate: {
      from: ['joined'],
      to: 'told',
      by: caseRoles,
      words: 'none',
      todo: 'gridWorker',
      internal: true,
    },
    /** A result was wrong: somebody looks again. */
    reopen: {
      from: ['confirmed', 'known', 'unfounded', 'undetermined'],
      to: 'told',
      by: officerRoles,
      words: 'required',
      todo: 'gridWorker',
      internal: true,
    },
    /** Which registration or case has come of it. */
    lead: {
      from: ['confirmed', 'known'],
      to: 'same',
      by: caseRoles,
      words: 'none',
      todo: 'keep',
      internal: true,
      anyVersion: true,
    },
    note: {
      from: statuses,
      to: 'same',
      by: caseRoles,
      words: 'required',
      todo: 'keep',
      internal: true,
      anyVersion: true,
    },
    reassign: {
      from: [...open, 'suspected', 'accused', 'appealed'],
      to: 'same',
      by: caseRoles,
      words: 'optional',
      todo: 'keep',
      internal: true,
    },
    reveal: {
      from: statuses,
      to: 'same',
      by: caseRoles,
      words: 'required',
      todo: 'keep',
      internal: true,
      anyVersion: true,
      onlyShows: true,
    },
    relocate: takenAlong(statuses),
  },
})

export type TipStatus = (typeof tipMachine.statuses)[number]
export type TipEvent = keyof typeof tipMachine.events
