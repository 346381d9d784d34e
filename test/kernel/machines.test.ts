import type { Actor } from '@contract/roles'
import type { HistoryEvent } from '@kernel/history'
import { canTakeOver, roleToAct } from '@kernel/machines'

const entry = (event: string, account: string, actor: Actor, detail: HistoryEvent['detail'] = null) =>
  ({ event, by: { actor, account, name: account }, detail }) as HistoryEvent

const registered = entry('register', 'resident', 'owner')
const accepted = entry('accept', 'worker', 'gridWorker')
const found = (...history: HistoryEvent[]) => ({ kind: 'returnee' as const, history })
const told = (...history: HistoryEvent[]) => ({
  kind: 'tip' as const,
  history: [entry('tell', '', 'teller'), ...history],
})

const asked = found(registered, entry('ask', 'worker', 'gridWorker'))
const proposed = found(registered, accepted, entry('tighten', 'officer', 'communityOfficer'))
const appealed = (role: Actor) =>
  found(
    registered,
    accepted,
    entry('appeal', 'resident', 'owner', { role }),
    entry('note', 'other', 'gridWorker'),
  )

const seen = entry('see', 'one', 'communityOfficer', { role: 'communityOfficer' })
const accused = told(entry('suspect', 'worker', 'gridWorker'), entry('accuse', 'one', 'communityOfficer'))
const condemned = told(
  ...accused.history.slice(1),
  entry('condemn', 'two', 'streetOfficer'),
  entry('appeal', '', 'teller', { role: 'streetOfficer' }),
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
    [
      'a tip of a whole community also into those of who opened it',
      told(seen),
      'one',
      'communityOfficer',
      true,
    ],
    ['an accusation not into those of who accused', accused, 'one', 'communityOfficer', false],
    ['an accusation not into those of who suspected', accused, 'worker', 'communityOfficer', false],
    ['an accusation into those of another officer', accused, 'two', 'streetOfficer', true],
    ['a teller’s appeal not into those of who condemned', condemned, 'two', 'streetOfficer', false],
    ['a teller’s appeal into those of a third officer', condemned, 'three', 'streetOfficer', true],
  ] as const)('%s', (_what, its, openid, role, can) => {
    expect(canTakeOver(its, { openid, role })).toBe(can)
  })
})
