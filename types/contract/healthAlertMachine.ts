import { defineMachine, takenAlong } from './machine'
import { caseRoles } from './roles'

const statuses = ['raised', 'escalated', 'seen', 'closed'] as const

const open = ['raised', 'escalated', 'seen'] as const

/**
 * One episode of somebody being unwell, however often it is reported. Nobody has opened it within half an hour: the
 * community officer is told as well. It closes with what it turned out to be.
 */
export const healthAlertMachine = defineMachine(statuses)({
  kind: 'healthAlert',
  start: { event: 'raise', to: 'raised', by: ['owner', 'steward', ...caseRoles], todo: 'gridWorker' },
  events: {
    /** Somebody who can act has opened it: the family sees that and when. */
    see: { from: ['raised', 'escalated'], to: 'seen', by: caseRoles, words: 'none', todo: 'gridWorker' },
    escalate: {
      from: ['raised'],
      to: 'escalated',
      by: ['system'],
      words: 'none',
      todo: 'communityOfficer',
      internal: true,
      anyVersion: true,
    },
    /** Reported again: no worse than before, or nobody has opened it yet and the time for that goes on. */
    again: {
      from: open,
      to: 'same',
      by: ['owner', 'steward', ...caseRoles],
      words: 'none',
      todo: 'keep',
      anyVersion: true,
    },
    /** Reported again, and worse than what was seen: it has to be opened anew. */
    worsen: {
      from: ['seen'],
      to: 'raised',
      by: ['owner', 'steward', ...caseRoles],
      words: 'none',
      todo: 'gridWorker',
      anyVersion: true,
    },
    /** What was done and found; it is looked at again the next day. */
    followUp: { from: ['seen'], to: 'seen', by: caseRoles, words: 'required', todo: 'gridWorker' },
    close: { from: ['seen'], to: 'closed', by: caseRoles, words: 'required', todo: null },
    note: {
      from: statuses,
      to: 'same',
      by: ['steward', ...caseRoles],
      words: 'required',
      todo: 'keep',
      internal: true,
      anyVersion: true,
    },
    reassign: { from: open, to: 'same', by: caseRoles, words: 'optional', todo: 'keep', internal: true },
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
  },
})

export type HealthAlertStatus = (typeof healthAlertMachine.statuses)[number]
export type HealthAlertEvent = keyof typeof healthAlertMachine.events
