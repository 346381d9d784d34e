import { defineMachine } from './machine'
import { caseRoles } from './roles'

const open = ['submitted', 'asked'] as const

/** A registration's life: somebody registers, the community asks back or decides, or it is withdrawn. */
export const returneeMachine = defineMachine(['submitted', 'asked', 'accepted', 'rejected', 'withdrawn'])({
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
    note: {
      from: ['submitted', 'asked', 'accepted', 'rejected', 'withdrawn'],
      to: 'same',
      by: ['steward', ...caseRoles],
      words: 'required',
      todo: 'keep',
      internal: true,
      anyVersion: true,
    },
    reveal: {
      from: ['submitted', 'asked', 'accepted', 'rejected', 'withdrawn'],
      to: 'same',
      by: caseRoles,
      words: 'required',
      todo: 'keep',
      anyVersion: true,
    },
  },
})

export type ReturneeStatus = (typeof returneeMachine.statuses)[number]
export type ReturneeEvent = keyof typeof returneeMachine.events
