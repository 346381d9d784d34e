import { allowedEvents, isAllowed, type Machine } from '@contract/machine'
import { returneeMachine } from '@contract/returnee'

describe.each([['returnee', returneeMachine as Machine]])('the machine of %s', (_kind, machine) => {
  const transitions = Object.entries(machine.events)

  it('reaches every status from its start', () => {
    const reached = new Set([machine.start.to])
    for (let grown = true; grown;) {
      const before = reached.size
      for (const [, { from, to }] of transitions) {
        if (to !== 'same' && from.some((status) => reached.has(status))) reached.add(to)
      }
      grown = reached.size > before
    }
    expect([...reached].sort()).toEqual([...machine.statuses].sort())
  })

  it('leaves somebody to act in every status from which events lead on, and nobody where none do', () => {
    for (const status of machine.statuses) {
      const leadsOn = transitions.some(
        ([, { from, to }]) => from.includes(status) && to !== 'same' && to !== status,
      )
      const into = transitions.filter(([, { to }]) => to === status).map(([, { todo }]) => todo)
      if (status === machine.start.to) into.push(machine.start.todo)
      expect(into.every((todo) => (todo !== null) === leadsOn)).toBe(true)
    }
  })

  it('refuses nothing to somebody whom it would allow, and offers the same as buttons', () => {
    for (const status of machine.statuses) {
      for (const actor of [
        'owner',
        'gridWorker',
        'communityOfficer',
        'streetOfficer',
        'administrator',
      ] as const) {
        const offered = allowedEvents(machine, status, [actor])
        for (const [event, transition] of transitions) {
          expect(offered.includes(event)).toBe(isAllowed(transition, status, [actor]))
        }
      }
    }
  })

  it('asks for a reason wherever something is refused or taken back', () => {
    for (const event of ['reject', 'withdraw', 'reveal'])
      expect(machine.events[event]?.words).toBe('required')
  })
})
