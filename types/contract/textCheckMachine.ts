import { defineMachine, takenAlong } from './machine'
import { officerRoles } from './roles'

/**
 * A text that WeChat's content check is not sure of, or could not be asked about in time: an officer of the community reads
 * it and leaves it as it is or hides it. What was hidden can be shown again; what was left is known there no longer.
 */
export const textCheckMachine = defineMachine(['open', 'kept', 'hidden'])({
  kind: 'textCheck',
  start: { event: 'doubt', to: 'open', by: ['system'], todo: 'communityOfficer' },
  readers: officerRoles,
  events: {
    reveal: {
      from: ['open', 'hidden'],
      to: 'same',
      by: officerRoles,
      words: 'required',
      todo: 'keep',
      internal: true,
      anyVersion: true,
      onlyShows: true,
    },
    keep: {
      from: ['open', 'hidden'],
      to: 'kept',
      by: officerRoles,
      words: 'none',
      todo: null,
      internal: true,
    },
    hide: { from: ['open'], to: 'hidden', by: officerRoles, words: 'required', todo: null, internal: true },
    relocate: takenAlong(['open', 'kept', 'hidden']),
  },
})

export type TextCheckStatus = (typeof textCheckMachine.statuses)[number]
export type TextCheckEvent = keyof typeof textCheckMachine.events
