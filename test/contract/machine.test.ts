import { allowedEvents, isAllowed, isAtRest, type Machine } from '@contract/machine'
import { returneeMachine } from '@contract/returnee'
import type { Actor } from '@contract/roles'

describe.each([['returnee', returneeMachine as Machine]])('the machine of %s', (_kind, machine) => {
  const transitions = Object.entries(machine.events)
  /** Who has to act in a status, by each way into it. */
  const leftToActIn = (status: string) => [
    ...transitions.filter(([, { to }]) => to === status).map(([, { todo }]) => todo),
    ...(status === machine.start.to ? [machine.start.todo] : []),
  ]

  it('reaches every status from its start', () => {
    const reached = new Set([machine.start.to])
    for (let grown = true; grown;) {
      const before = reached.size
      for (const [, { from, to }] of transitions) {
        if (to !== 'same' && to !== 'back' && from.some((status) => reached.has(status))) reached.add(to)
      }
      grown = reached.size > before
    }
    expect([...reached].sort()).toEqual([...machine.statuses].sort())
  })

  it('is the same for all who come into a status: somebody has to act there, or nobody', () => {
    for (const status of machine.statuses) {
      expect(leftToActIn(status).every((todo) => (todo === null) === isAtRest(machine, status))).toBe(true)
    }
  })

  it('lets whoever has to act in a status lead the case out of it', () => {
    for (const status of machine.statuses.filter((status) => !isAtRest(machine, status))) {
      for (const actor of leftToActIn(status)) {
        const waysOut = allowedEvents(machine, status, [actor as Actor]).filter(
          (event) => ![status, 'same'].includes(machine.events[event]?.to ?? ''),
        )
        expect(waysOut).not.toEqual([])
      }
    }
  })

  it('goes back only where no work is left behind', () => {
    for (const [, { to, todo }] of transitions) if (to === 'back') expect(todo).toBeNull()
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
