import { randomBytes } from 'node:crypto'
import { addDays, instantAt } from '@contract/calendar'
import {
  outcomeDetail,
  outcomeOf,
  returneeMachine,
  type Outcome,
  type ReturneeEvent,
} from '@contract/returnee'
import { differenceFor, reassessed, reassessedAfterAll, type Reason } from '@kernel/assessment/reassessCase'
import { advanced, opened, type By } from '@kernel/caseEvents'
import { alterationOf } from '@kernel/history'
import type { RegistrationBody, RegistrationCase } from '@kernel/registration'
import { adoptSealer, createSealer } from '@kernel/seal'

const key = () => randomBytes(32).toString('base64url')
adoptSealer(createSealer({ SHOUWANG_SEAL_KEY: key(), SHOUWANG_HASH_KEY: key() }))

const ARRIVES = '2026-11-20'
const openedAt = instantAt(ARRIVES, 9)
const now = instantAt(ARRIVES, 10)
const dueAt = instantAt('2026-11-21', 9)
const inTheAfternoon = instantAt(ARRIVES, 14)

const notice = outcomeOf('noticeOnly', 0, ARRIVES)
const monitoring = outcomeOf('healthMonitoring', 7, ARRIVES)
const home = { ...outcomeOf('homeObservation', 7, ARRIVES), tests: [ARRIVES] }
const central = outcomeOf('centralObservation', 7, ARRIVES)

const owner: By = { actor: 'owner', account: 'resident-1', name: null }
const worker: By = { actor: 'gridWorker', account: 'worker-1', name: '王秀英' }
const reason: Reason = { edition: 'list-2', kind: 'riskList', number: 2 }

const answers = {
  arrivesOn: ARRIVES,
  symptoms: [],
  test: { result: 'none', takenAt: '' },
} as unknown as RegistrationBody['answers']

const submitted = (expected: Outcome | null): RegistrationCase =>
  opened(
    returneeMachine,
    {
      _id: 'case',
      owner: 'resident-1',
      at: { grid: 'g' },
      place: { id: 'b', level: 'building', names: [] },
      subject: { person: 'p', display: '张*' },
      regions: ['510107'],
      brief: {},
      body: { purpose: 'self', answers, expected, outcome: null },
    },
    dueAt,
    { at: openedAt, submission: 'case', digest: '', by: owner },
  )

/** What staff do about it; `outcome` is what they decide, if they do. */
const after = (current: RegistrationCase, event: ReturneeEvent, outcome?: Outcome): RegistrationCase => {
  const what = { at: openedAt, submission: event, digest: '', by: worker }
  const changes = outcome ? { body: { ...current.body, outcome } } : {}
  return written(current, advanced(returneeMachine, current, event, what, { dueAt, changes }))
}

type Written = ReturnType<typeof reassessed>

const written = (current: RegistrationCase, advance: Written): RegistrationCase => {
  if (!advance) throw new Error('nothing was to be written')
  return { ...current, ...advance.set, history: [...current.history, advance.entry] }
}

const accepted = (outcome: Outcome, expected: Outcome | null = outcome): RegistrationCase =>
  after(submitted(expected), 'accept', outcome)

const again = (current: RegistrationCase, expected: Outcome, act: Partial<Reason> = {}) =>
  reassessed(current, expected, { ...reason, ...act }, now)

describe('a registration that nobody has decided', () => {
  it('is expected to end otherwise, and stays with whoever was to act', () => {
    const found = written(submitted(notice), again(submitted(notice), monitoring))
    expect(found).toMatchObject({
      status: 'submitted',
      version: 2,
      body: { expected: monitoring, outcome: null },
    })
    expect(found.todo?.role).toBe('gridWorker')
    expect(found.history[1]).toMatchObject({
      event: 'reexpect',
      by: { actor: 'system' },
      detail: { ...outcomeDetail(monitoring), direction: 'stricter', kind: 'riskList', number: 2 },
    })
    expect(alterationOf(found)).toBeNull()
  })

  it('is looked at sooner when it turns out urgent, and never later than before', () => {
    expect(again(submitted(notice), central)?.set.todo?.dueAt).toEqual(inTheAfternoon)
    const urgent = {
      ...submitted(central),
      todo: { role: 'gridWorker', assignee: null, dueAt: now, urgency: 0 } as const,
    }
    expect(again(urgent, notice)?.set.todo?.dueAt).toEqual(now)
  })

  it('waits for the resident’s answer as long as before', () => {
    expect(again(after(submitted(notice), 'ask'), central)?.set).toMatchObject({
      status: 'asked',
      todo: { role: 'owner', dueAt },
    })
  })

  it('is told what is expected where no policy applied before', () => {
    expect(again(submitted(null), notice)?.entry.detail?.direction).toBe('first')
  })

  it('is left alone when the same is expected, by whatever editions', () => {
    expect(again(submitted(home), { ...home })).toBeNull()
  })
})

describe('a registration that was decided', () => {
  it('is put before staff when more is expected; what is in force stays', () => {
    const found = written(accepted(monitoring), again(accepted(monitoring), central))
    expect(found).toMatchObject({
      status: 'reassessed',
      todo: { role: 'gridWorker', assignee: null, dueAt: inTheAfternoon },
      body: { outcome: monitoring, expected: central },
    })
    expect(found.history.at(-1)).toMatchObject({ event: 'reassess', detail: { direction: 'stricter' } })
  })

  it('is not loosened by itself: staff decide about less as well, within a day', () => {
    const found = written(accepted(central), again(accepted(central), notice))
    expect(found).toMatchObject({ status: 'reassessed', body: { outcome: central } })
    expect(found.todo?.dueAt).toEqual(instantAt('2026-11-21', 10))
    expect(found.history.at(-1)?.detail?.direction).toBe('looser')
  })

  it('otherwise than expected stays so until something else is expected', () => {
    const decidedOtherwise = accepted(central, notice)
    expect(again(decidedOtherwise, notice)).toBeNull()
    expect(again(decidedOtherwise, home)?.set.status).toBe('reassessed')
  })

  it('is put before staff when only the days of its tests are others', () => {
    const found = again(accepted(home), { ...home, tests: [addDays(ARRIVES, 1)] })
    expect(found?.entry).toMatchObject({ event: 'reassess', detail: { direction: 'looser' } })
  })

  it('is left alone when what is in force is now expected', () => {
    expect(again(accepted(home, notice), home)).toBeNull()
  })

  it('before there was a policy is left alone by one that asks for the same', () => {
    expect(again(accepted(home, null), home)).toBeNull()
    expect(again(accepted(home, null), notice)?.set.status).toBe('reassessed')
  })

  it('is reminded on the same days as before', () => {
    const found = { ...accepted(home), remindOn: ARRIVES }
    expect(again(found, central)?.set).not.toHaveProperty('remindOn')
  })

  it('is kept no longer than before', () => {
    const found = accepted(home)
    expect(again(found, central)?.set.keepUntil).toEqual(found.keepUntil)
  })
})

describe('a registration in somebody’s hands', () => {
  it.each(['tighten', 'appeal'] as const)('after %s stays there, with what is expected now', (event) => {
    const found = after(accepted(monitoring), event)
    expect(again(found, central)?.set).toMatchObject({
      status: found.status,
      todo: found.todo,
      body: { outcome: monitoring, expected: central },
    })
  })

  it('that was reassessed follows the next edition, also back to what is in force', () => {
    const found = written(accepted(home), again(accepted(home), central))
    const next = again(found, home, { edition: 'list-3', number: 3 })
    expect(next?.set).toMatchObject({ status: 'reassessed', body: { expected: home } })
    expect(next?.entry.detail).toMatchObject({ direction: 'looser', number: 3 })
  })
})

describe('a proposal that is dismissed', () => {
  const proposed = after(accepted(monitoring), 'tighten')

  it('leaves to staff what an edition has changed meanwhile', () => {
    const dismissed = after(written(proposed, again(proposed, central)), 'dismiss')
    const found = written(dismissed, reassessedAfterAll(dismissed, now))
    expect(found).toMatchObject({ status: 'reassessed', body: { outcome: monitoring, expected: central } })
    expect(found.history.at(-1)?.detail).toMatchObject({ direction: 'stricter', kind: 'riskList', number: 2 })
    expect(reassessedAfterAll(found, now)).toBeNull()
  })

  it('leaves nothing when none has, or when what is in force is now expected', () => {
    expect(reassessedAfterAll(after(proposed, 'dismiss'), now)).toBeNull()
    const otherwise = after(accepted(monitoring, notice), 'tighten')
    const dismissed = after(written(otherwise, again(otherwise, monitoring)), 'dismiss')
    expect(reassessedAfterAll(dismissed, now)).toBeNull()
  })
})

describe('an appeal that is turned down', () => {
  const appealed = after(accepted(monitoring), 'appeal')

  it('leaves to staff what an edition has changed meanwhile, or before it', () => {
    const [meanwhile, before] = [
      written(appealed, again(appealed, central)),
      after(written(accepted(monitoring), again(accepted(monitoring), central)), 'appeal'),
    ].map((current) => after(current, 'uphold'))
    for (const upheld of [meanwhile, before] as RegistrationCase[]) {
      const found = written(upheld, reassessedAfterAll(upheld, now))
      expect(found).toMatchObject({ status: 'reassessed', todo: { role: 'gridWorker' } })
      expect(reassessedAfterAll(found, now)).toBeNull()
    }
  })

  it('leaves nothing when none has', () => {
    expect(reassessedAfterAll(after(appealed, 'uphold'), now)).toBeNull()
  })
})

describe('an edition whose id somebody gave to an act of their own', () => {
  it('has not been there: what it expects is written', () => {
    const what = { at: openedAt, submission: reason.edition, digest: '', by: owner }
    const current = submitted(notice)
    const amended = written(current, advanced(returneeMachine, current, 'amend', what, { dueAt }))
    expect(again(amended, central)?.set.body).toMatchObject({ expected: central })
  })
})

describe('which way it goes', () => {
  const later = instantAt(addDays(central.until, 1), 9)
  const longer = outcomeOf('homeObservation', 14, ARRIVES)

  it('is stricter where a stricter measure is over and another one is not', () => {
    expect(reassessed(accepted(central), longer, reason, later)?.entry.detail?.direction).toBe('stricter')
  })

  it('is told of a test that is still to come after the last day, or where there is no measure', () => {
    const tested = { ...notice, tests: [addDays(ARRIVES, 2)] }
    const nextDay = instantAt(addDays(ARRIVES, 1), 9)
    expect(reassessed(submitted(notice), tested, reason, nextDay)?.entry.detail?.direction).toBe('stricter')
    expect(reassessed(submitted(notice), tested, reason, instantAt(addDays(ARRIVES, 3), 9))).toBeNull()
  })
})

describe('nothing is written', () => {
  it('when this edition has been there before', () => {
    const found = written(submitted(notice), again(submitted(notice), central))
    expect(again(found, home)).toBeNull()
  })

  it.each(['reject', 'withdraw'] as const)('after %s', (event) => {
    expect(again(after(submitted(notice), event), central)).toBeNull()
  })

  it('when all days have passed, those in force and those expected', () => {
    const later = instantAt(addDays(home.until, 1), 0)
    expect(reassessed(accepted(home), central, reason, later)).toBeNull()
    const longer = outcomeOf('homeObservation', 8, ARRIVES)
    expect(reassessed(accepted(home), longer, reason, later)?.set.status).toBe('reassessed')
  })

  it('when no rule says anything', () => {
    expect(reassessed(accepted(home), null, reason, now)).toBeNull()
  })
})

it('a forecast tells the same: what was, what is expected, and which way it goes', () => {
  expect(differenceFor(accepted(home), central, ARRIVES)).toEqual({
    direction: 'stricter',
    before: home,
    after: central,
  })
  expect(differenceFor(submitted(central), notice, ARRIVES)).toMatchObject({
    direction: 'looser',
    before: central,
  })
})
