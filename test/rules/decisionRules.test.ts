import { superior, type Actor, type StaffRole } from '@contract/roles'
import {
  barTo,
  confirmerAmong,
  decidersOf,
  hearingAmong,
  isDecidedAlone,
  type Told,
} from '../../cloudfunctions/returnee/decisionRules'

const at = new Date('2026-11-20T02:00:00Z')
const TODAY = '2026-11-20'

const told = (event: string, account: string, actor: Actor, detail: Told['detail'] = null): Told => ({
  event,
  at,
  by: { actor, account, name: account },
  detail,
})

const registered = told('register', 'resident', 'owner')
const accepted = [registered, told('accept', 'worker', 'gridWorker')]
const proposed = [...accepted, told('tighten', 'worker', 'gridWorker')]
const confirmed = [...proposed, told('confirm', 'officer', 'communityOfficer')]
const appealedBefore = (role: StaffRole) => [
  ...accepted,
  told('appeal', 'resident', 'owner', { role, colleague: 'somebody' }),
]

const person = (account: string, ...actors: Actor[]) => ({ account, actors })
const post = (openid: string, role: StaffRole) => ({ openid, role })

describe('who has decided', () => {
  it('is nobody before a decision', () => {
    expect(decidersOf([registered])).toEqual([])
  })

  it('is who accepted it', () => {
    expect(decidersOf(accepted).map(({ account }) => account)).toEqual(['worker'])
  })

  it('is still who accepted it while a stricter measure is only proposed', () => {
    expect(decidersOf([...accepted, told('tighten', 'other', 'gridWorker')])).toEqual([accepted[1]?.by])
  })

  it('are both, who proposed a stricter measure and who confirmed it', () => {
    expect(decidersOf(confirmed).map(({ account }) => account)).toEqual(['officer', 'worker'])
  })

  it('is the latest who changed it', () => {
    const revised = [...confirmed, told('revise', 'second', 'gridWorker')]
    expect(decidersOf(revised).map(({ account }) => account)).toEqual(['second'])
  })

  it('is who adopted what the rules expect, or kept what was in force', () => {
    const reassessed = [...accepted, told('reassess', '', 'system')]
    expect(decidersOf(reassessed).map(({ account }) => account)).toEqual(['worker'])
    for (const event of ['adopt', 'keep'])
      expect(decidersOf([...reassessed, told(event, 'second', 'gridWorker')])[0]?.account).toBe('second')
  })

  it('remains who decided when an appeal is turned down', () => {
    const upheld = [...appealedBefore('communityOfficer'), told('uphold', 'officer', 'communityOfficer')]
    expect(decidersOf(upheld).map(({ account }) => account)).toEqual(['worker'])
  })
})

describe('a decision made alone', () => {
  const entered = told('register', 'worker', 'gridWorker')
  it('is one by who entered the registration on the telephone', () => {
    expect(isDecidedAlone([entered, told('accept', 'worker', 'gridWorker')])).toBe(true)
  })
  it('is none when a colleague decides', () => {
    expect(isDecidedAlone([entered, told('accept', 'officer', 'communityOfficer')])).toBe(false)
  })
  it('is none when the resident registered', () => {
    expect(isDecidedAlone(accepted)).toBe(false)
  })
  it('is none any more when a second one has confirmed a stricter one', () => {
    const proposal = told('tighten', 'worker', 'gridWorker')
    const confirmation = told('confirm', 'officer', 'communityOfficer')
    expect(isDecidedAlone([entered, accepted[1] as Told, proposal, confirmation])).toBe(false)
  })
})

describe('confirming', () => {
  it('is for somebody else than who proposed it', () => {
    const byOfficer = [...accepted, told('tighten', 'officer', 'communityOfficer')]
    expect(barTo('confirm', byOfficer, person('officer', 'communityOfficer'), TODAY)).toBe('notYourOwn')
    expect(barTo('confirm', byOfficer, person('other', 'communityOfficer'), TODAY)).toBeNull()
  })

  it('is not barred to the proposer by the proposal before the last', () => {
    const again = [
      ...proposed,
      told('dismiss', 'officer', 'communityOfficer'),
      told('tighten', 'other', 'gridWorker'),
    ]
    expect(barTo('confirm', again, person('worker', 'communityOfficer'), TODAY)).toBeNull()
  })

  it('may be done by who had accepted the registration: that is a second person, too', () => {
    const byOther = [...accepted, told('tighten', 'other', 'gridWorker')]
    expect(barTo('confirm', byOther, person('worker', 'communityOfficer'), TODAY)).toBeNull()
  })
})

describe('dismissing a proposal', () => {
  it.each([
    ['who proposed it', person('worker', 'gridWorker'), null],
    ['an officer', person('officer', 'communityOfficer'), null],
    ['a grid worker who did not', person('other', 'gridWorker'), 'notAllowed'],
  ])('by %s', (_who, somebody, refusal) => {
    expect(barTo('dismiss', proposed, somebody, TODAY)).toBe(refusal)
  })
})

describe('appealing', () => {
  const by = person('resident', 'owner')
  it('is possible up to the last day, inclusive', () => {
    expect(barTo('appeal', accepted, by, '2026-11-27')).toBeNull()
    expect(barTo('appeal', accepted, by, '2026-11-28')).toBe('appealClosed')
  })
  it('is possible while a stricter measure is proposed, of which the resident does not know', () => {
    expect(barTo('appeal', proposed, by, TODAY)).toBeNull()
  })
  it('is still possible for the owner when staff wrote one down for them, and once only for staff', () => {
    const written = [...accepted, told('appeal', 'worker', 'gridWorker', { role: 'communityOfficer' })]
    const upheld = [...written, told('uphold', 'officer', 'communityOfficer')]
    expect(barTo('appeal', upheld, by, TODAY)).toBeNull()
    expect(barTo('appeal', upheld, person('worker', 'gridWorker'), TODAY)).toBe('appealClosed')
    const again = [...upheld, told('appeal', 'resident', 'owner', { role: 'communityOfficer' })]
    expect(barTo('appeal', again, by, TODAY)).toBe('appealClosed')
  })

  it('is possible once for each decision', () => {
    const upheld = [...appealedBefore('communityOfficer'), told('uphold', 'officer', 'communityOfficer')]
    expect(barTo('appeal', upheld, by, TODAY)).toBe('appealClosed')
    expect(barTo('appeal', [...upheld, told('revise', 'worker', 'gridWorker')], by, TODAY)).toBeNull()
  })
})

describe.each(['uphold', 'grant'] as const)('hearing an appeal (%s)', (event) => {
  it('is never for who decided, whatever they have become since', () => {
    const history = appealedBefore('communityOfficer')
    expect(barTo(event, history, person('worker', 'streetOfficer'), TODAY)).toBe('notYourOwn')
  })

  it('is neither for who proposed nor for who confirmed a stricter measure', () => {
    const history = [...confirmed, told('appeal', 'resident', 'owner', { role: 'streetOfficer' })]
    for (const account of ['worker', 'officer'])
      expect(barTo(event, history, person(account, 'districtOfficer'), TODAY)).toBe('notYourOwn')
  })

  it.each([
    ['communityOfficer', 'communityOfficer', null],
    ['communityOfficer', 'streetOfficer', null],
    ['communityOfficer', 'districtOfficer', null],
    ['streetOfficer', 'communityOfficer', 'notAllowed'],
    ['streetOfficer', 'streetOfficer', null],
    ['districtOfficer', 'streetOfficer', 'notAllowed'],
    ['communityOfficer', 'gridWorker', 'notAllowed'],
    ['communityOfficer', 'administrator', 'notAllowed'],
  ] as const)('addressed to a %s, by a %s', (to, role, refusal) => {
    expect(barTo(event, appealedBefore(to), person('somebody', role), TODAY)).toBe(refusal)
  })

  it('counts all posts of a person', () => {
    const both = person('somebody', 'communityOfficer', 'streetOfficer')
    expect(barTo(event, appealedBefore('streetOfficer'), both, TODAY)).toBeNull()
  })
})

describe('who is asked to confirm', () => {
  const staff = [
    post('administrator', 'administrator'),
    post('inspector', 'inspector'),
    post('street', 'streetOfficer'),
    post('worker-2', 'gridWorker'),
    post('officer', 'communityOfficer'),
    post('officer-2', 'communityOfficer'),
  ]
  it('is the nearest officer', () => {
    expect(confirmerAmong(staff, ['worker', null])?.openid).toBe('officer')
  })
  it('is a colleague of the same rank where an officer proposes', () => {
    expect(confirmerAmong(staff, ['officer', null])?.openid).toBe('officer-2')
  })
  it('is not the officer whose own registration it is', () => {
    expect(confirmerAmong(staff, ['officer', 'officer-2'])?.openid).toBe('street')
  })
  it('is nobody where there is no other officer', () => {
    expect(confirmerAmong([post('officer', 'communityOfficer')], ['officer', null])).toBeUndefined()
  })
})

describe('whom an appeal goes to', () => {
  const by = (account: string, actor: Actor) => [{ actor, account, name: account }]
  const staff = [
    post('administrator', 'administrator'),
    post('inspector', 'inspector'),
    post('district', 'districtOfficer'),
    post('street', 'streetOfficer'),
    post('officer', 'communityOfficer'),
    post('worker', 'gridWorker'),
  ]

  it.each([
    ['gridWorker', 'officer'],
    ['communityOfficer', 'street'],
    ['streetOfficer', 'district'],
  ] as const)('against a %s, to the %s above', (actor, expected) => {
    expect(hearingAmong(staff, by('decider', actor), null)).toMatchObject({
      role: superior[actor],
      post: { openid: expected },
    })
  })

  it('passes over a rank that nobody holds', () => {
    const without = staff.filter(({ role }) => role !== 'communityOfficer')
    expect(hearingAmong(without, by('worker', 'gridWorker'), null).post?.openid).toBe('street')
  })

  it('passes over who decided, in whatever role, and whose registration it is', () => {
    expect(hearingAmong(staff, by('officer', 'gridWorker'), 'street').post?.openid).toBe('district')
  })

  it('goes above the higher of two who decided together', () => {
    const two = [...by('worker', 'streetOfficer'), ...by('officer', 'communityOfficer')]
    expect(hearingAmong(staff, two, null).role).toBe('districtOfficer')
  })

  it('goes to another of the same rank where nobody stands above', () => {
    const second = [...staff, post('district-2', 'districtOfficer')]
    expect(hearingAmong(second, by('district', 'districtOfficer'), null)).toMatchObject({
      role: 'districtOfficer',
      post: { openid: 'district-2' },
    })
  })

  it('waits for somebody of the same rank where there is nobody else, and not for the decider', () => {
    const alone = [post('street', 'streetOfficer'), post('officer', 'communityOfficer')]
    expect(hearingAmong(alone, by('street', 'streetOfficer'), null)).toEqual({
      role: 'streetOfficer',
      post: undefined,
    })
  })

  it('waits for an officer where there are none: grid workers do not hear each other', () => {
    const workers = [post('worker', 'gridWorker'), post('worker-2', 'gridWorker')]
    expect(hearingAmong(workers, by('worker', 'gridWorker'), null)).toEqual({
      role: 'communityOfficer',
      post: undefined,
    })
  })

  it('never goes to an administrator, who sees no cases', () => {
    const administered = [post('district', 'districtOfficer'), post('administrator', 'administrator')]
    expect(hearingAmong(administered, by('district', 'districtOfficer'), null).post).toBeUndefined()
  })
})
