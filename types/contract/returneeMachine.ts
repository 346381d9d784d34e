import { defineMachine, takenAlong } from './machine'
import { caseRoles, officerRoles } from './roles'

const statuses = [
  'submitted',
  'asked',
  'accepted',
  'tightening',
  'reassessed',
  'appealed',
  'rejected',
  'withdrawn',
] as const

const open = ['submitted', 'asked'] as const

/**
 * A registration's life: somebody registers, the community asks back or decides, or it is withdrawn. What was decided can
 * be loosened by one, made stricter by two (`tightening` until the second has confirmed it), and appealed against. When the
 * rules expect something else than was decided (`reassessed`: a new list, a new policy), staff adopt that or keep what is
 * in force. Who may confirm what somebody proposed and hear what somebody decided is told by the rules of the function.
 */
export const returneeMachine = defineMachine(statuses)({
  kind: 'returnee',
  start: { event: 'register', to: 'submitted', by: ['owner', 'steward', ...caseRoles], todo: 'gridWorker' },
  events: {
    accept: { from: open, to: 'accepted', by: caseRoles, words: 'optional', todo: null },
    /** What the rules expect is decided. */
    adopt: { from: [...open, 'reassessed'], to: 'accepted', by: caseRoles, words: 'optional', todo: null },
    /** What is in force stays, although the rules now expect something else. */
    keep: { from: ['reassessed'], to: 'accepted', by: caseRoles, words: 'required', todo: null },
    ask: { from: open, to: 'asked', by: caseRoles, words: 'required', todo: 'owner' },
    reject: { from: open, to: 'rejected', by: caseRoles, words: 'required', todo: null },
    reassign: { from: open, to: 'same', by: caseRoles, words: 'optional', todo: 'keep', internal: true },
    amend: { from: open, to: 'submitted', by: ['owner'], words: 'none', todo: 'gridWorker' },
    answer: {
      from: ['asked'],
      to: 'submitted',
      by: ['owner', ...caseRoles],
      words: 'required',
      todo: 'gridWorker',
    },
    withdraw: { from: open, to: 'withdrawn', by: ['owner', ...caseRoles], words: 'required', todo: null },
    revise: { from: ['accepted'], to: 'accepted', by: caseRoles, words: 'required', todo: null },
    tighten: {
      from: ['accepted'],
      to: 'tightening',
      by: caseRoles,
      words: 'required',
      todo: 'communityOfficer',
      internal: true,
    },
    confirm: { from: ['tightening'], to: 'accepted', by: officerRoles, words: 'required', todo: null },
    dismiss: {
      from: ['tightening'],
      to: 'accepted',
      by: caseRoles,
      words: 'required',
      todo: null,
      internal: true,
    },
    appeal: {
      from: ['accepted', 'tightening', 'reassessed', 'rejected'],
      to: 'appealed',
      by: ['owner', ...caseRoles],
      words: 'required',
      todo: 'communityOfficer',
    },
    uphold: { from: ['appealed'], to: 'back', by: officerRoles, words: 'required', todo: null },
    grant: { from: ['appealed'], to: 'accepted', by: officerRoles, words: 'required', todo: null },
    note: {
      from: statuses,
      to: 'same',
      by: ['steward', ...caseRoles],
      words: 'required',
      todo: 'keep',
      internal: true,
      anyVersion: true,
    },
    reveal: {
      from: statuses,
      to: 'same',
      by: caseRoles,
      words: 'required',
      todo: 'keep',
      anyVersion: true,
      onlyShows: true,
    },
    /** The rules expect something else than before, and nobody need act who was not to act before. */
    reexpect: {
      from: [...open, 'tightening', 'reassessed', 'appealed'],
      to: 'same',
      by: ['system'],
      words: 'none',
      todo: 'keep',
      anyVersion: true,
    },
    /** The rules expect something else than what is in force. */
    reassess: {
      from: ['accepted'],
      to: 'reassessed',
      by: ['system'],
      words: 'none',
      todo: 'gridWorker',
      anyVersion: true,
    },
    relocate: takenAlong(statuses),
    /** Somebody looked for a number that is in the answers. */
    find: {
      from: statuses,
      to: 'same',
      by: caseRoles,
      words: 'required',
      todo: 'keep',
      anyVersion: true,
      onlyShows: true,
    },
  },
})

export type ReturneeStatus = (typeof returneeMachine.statuses)[number]
export type ReturneeEvent = keyof typeof returneeMachine.events
