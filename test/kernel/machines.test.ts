import type { Actor } from '@contract/roles'
import type { HistoryEvent } from '@kernel/history'
import { canTakeOver, roleToAct } from '@kernel/machines'

const entry = (event: string, account: string, actor: Actor, detail: HistoryEvent['detail'] = null) =>
  ({ event, by: { actor, account, name: account }, detail }) as HistoryEvent

const registered = entry('register', 'resident', 'owner')
const accepted = entry('accept', 'worker', 'gridWorker')
const found = (...history: HistoryEvent[]) => ({ kind: 'returnee' as const, history })

const asked = found(registered, entry('ask', 'worker', 'gridWorker'))
const proposed = found(registered, accepted, entry('tighten', 'officer', 'communityOfficer'))
const appealed = (role: Actor) =>
  found(
    registered,
    accepted,
    entry('appeal', 'resident', 'owner', { role }),
    entry('note', 'other', 'gridWorker'),
  )

describe('who acts next on a case in nobody’s hands', () => {
  it.each([
    ['fresh', found(registered), 'gridWorker'],
    ['asked back', asked, 'owner'],
    ['waiting for a second officer', proposed, 'communityOfficer'],
    ['appealed against, put before a street officer', appealed('streetOfficer'), 'streetOfficer'],
  ])('that is %s', (_what, its, role) => {
    expect(roleToAct(its)).toBe(role)
  })
})

describe('whose hands a case can be put into', () => {
  it.each([
    ['a fresh one into any', found(registered), 'anybody', 'gridWorker', true],
    ['one that the resident has to answer into any, also of who asked', asked, 'worker', 'gridWorker', true],
    ['a proposal not into those of a grid worker', proposed, 'anybody', 'gridWorker', false],
    ['a proposal into those of another officer', proposed, 'other', 'communityOfficer', true],
    ['a proposal not into those of who made it', proposed, 'officer', 'communityOfficer', false],
    [
      'an appeal not into those of a grid worker',
      appealed('communityOfficer'),
      'worker',
      'gridWorker',
      false,
    ],
    [
      'an appeal not into those of a lower rank',
      appealed('streetOfficer'),
      'officer',
      'communityOfficer',
      false,
    ],
    ['an appeal into those of a higher rank', appealed('communityOfficer'), 'street', 'streetOfficer', true],
  ] as const)('%s', (_what, its, openid, role, can) => {
    expect(canTakeOver(its, { openid, role })).toBe(can)
  })
})
