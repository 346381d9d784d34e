import { defineMachine, takenAlong } from './machine'
import { caseRoles, officerRoles } from './roles'

const statuses = [
  'submitted',
  'asked',
  'accepted',
  'tightening',
  'appealed',
  'rejected',
  'withdrawn',
] as const

const open = ['submitted', 'asked'] as const

/**
 * A registration's life: somebody registers, the community asks back or decides, or it is withdrawn. What was decided can
 * be loosened by one, made stricter by two (`tightening` until the second has confirmed it), and appealed against. Who may
 * confirm what somebody proposed and hear what somebody decided is told by the rules of the function.
 */
export const returneeMachine = defineMachine(statuses)({
  kind: 'returnee',
  start: { event: 'register', to: 'submitted', by: ['owner', 'steward', ...caseRoles], todo: 'gridWorker' },
  events: {
    accept: { from: open, to: 'accepted', by: caseRoles, words: 'optional', todo: null },
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
      from: ['accepted', 'tightening', 'rejected'],
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
