import { defineMachine, takenAlong } from './machine'
import { keeperRoles, type StaffRole } from './roles'

/** Who may read an alert: those who settle it, and those who inspect. */
export const lookAlertReaders = [...keeperRoles, 'inspector'] as const satisfies StaffRole[]

/**
 * Somebody on the staff has looked at many people's clear text within an hour: the officer above talks to them and writes
 * down what it was for. That only those settle it who stand above the one who looked is told by the rules of the function.
 */
export const lookAlertMachine = defineMachine(['open', 'settled'])({
  kind: 'lookAlert',
  start: { event: 'raise', to: 'open', by: ['system'], todo: 'communityOfficer' },
  readers: lookAlertReaders,
  events: {
    settle: { from: ['open'], to: 'settled', by: keeperRoles, words: 'required', todo: null, internal: true },
    relocate: takenAlong(['open', 'settled']),
  },
})

export type LookAlertStatus = (typeof lookAlertMachine.statuses)[number]
export type LookAlertEvent = keyof typeof lookAlertMachine.events
