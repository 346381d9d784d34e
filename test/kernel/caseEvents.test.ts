import { randomBytes } from 'node:crypto'
import { returneeMachine, type ReturneeEvent, type ReturneeStatus } from '@contract/returnee'
import { advanced, opened, wordsContext, type By, type Case } from '@kernel/caseEvents'
import { alterationOf, brokenAt, tiedAnew, type Alteration, type HistoryEvent } from '@kernel/history'
import { adoptSealer, createSealer } from '@kernel/seal'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 0, minute))
const owner: By = { actor: 'owner', account: 'resident-1', name: null }
const worker: By = { actor: 'gridWorker', account: 'worker-1', name: '王秀英' }
const key = () => randomBytes(32).toString('base64url')
const keys = { SHOUWANG_SEAL_KEY: key(), SHOUWANG_HASH_KEY: key() }
const sealer = createSealer(keys)
adoptSealer(sealer)
afterEach(() => adoptSealer(sealer))

type Registration = Case<{ text: string }, ReturneeStatus>

const first = (): Registration =>
  opened(
    returneeMachine,
    {
      _id: '1',
      owner: 'resident-1',
      at: { grid: 'g' },
      place: { id: 'b', level: 'building', names: [] },
      subject: { person: 'p', display: '张*' },
      regions: [],
      brief: {},
      body: { text: 'first' },
    },
    at(60),
    { at: at(0), submission: 's0', digest: 'd0', by: owner },
  )

const after = (
  current: Registration,
  event: ReturneeEvent,
  minute: number,
  by: By = worker,
  next: Parameters<typeof advanced<{ text: string }, ReturneeStatus, ReturneeEvent>>[4] = {},
): Registration => {
  const what = { at: at(minute), submission: `s${minute}`, digest: `d${minute}`, by, words: event }
  const { set, entry } = advanced(returneeMachine, current, event, what, { dueAt: at(minute + 60), ...next })
  return { ...current, ...set, history: [...current.history, entry] }
}

describe('a new case', () => {
  it('stands in the first status, at version 1, with somebody to act', () => {
    const { status, version, todo, history } = first()
    expect([status, version, history.length]).toEqual(['submitted', 1, 1])
    expect(todo).toEqual({ role: 'gridWorker', assignee: null, dueAt: at(60), urgency: 0 })
  })
})

describe('an event', () => {
  it('raises the version by one and adds one line to the history', () => {
    const asked = after(first(), 'ask', 1)
    expect([asked.status, asked.version, asked.history.length]).toEqual(['asked', 2, 2])
    expect(asked.history[1]).toMatchObject({ event: 'ask', from: 'submitted', to: 'asked', by: worker })
  })

  it('moves the todo to whom the table names, and away when nobody must act', () => {
    const asked = after(first(), 'ask', 1)
    expect(asked.todo?.role).toBe('owner')
    const answered = after(asked, 'answer', 2, owner)
    expect(answered.todo).toEqual({ role: 'gridWorker', assignee: null, dueAt: at(62), urgency: 0 })
    expect(after(answered, 'accept', 3).todo).toBeNull()
  })

  it('that only adds words leaves the todo as it was', () => {
    expect(after(first(), 'note', 1, worker, { dueAt: undefined }).todo).toEqual(first().todo)
    const accepted = after(first(), 'accept', 1)
    expect(after(accepted, 'note', 2).todo).toBeNull()
  })

  it('leaves a case with the colleague it was handed to', () => {
    const assignee = { id: 'post-2', openid: 'officer-1', name: '沈知秋', role: 'communityOfficer' as const }
    const handed = after(first(), 'reassign', 1, worker, { assignee })
    expect(handed.todo).toMatchObject({ role: 'communityOfficer', assignee })
    const back = after(after(handed, 'ask', 2), 'answer', 3, owner)
    expect(back.todo).toMatchObject({ role: 'communityOfficer', assignee })
  })
})

describe('the history', () => {
  const story = () => after(after(after(first(), 'ask', 1), 'answer', 2, owner), 'accept', 3)

  it('is whole as it was written, and after being stored as JSON with dates brought back', () => {
    const { history } = story()
    expect(brokenAt('1', history)).toBe(-1)
    const stored = (JSON.parse(JSON.stringify(history)) as typeof history).map((entry) => ({
      ...entry,
      at: new Date(entry.at),
    }))
    expect(brokenAt('1', stored)).toBe(-1)
  })

  it('is still whole when its texts are sealed anew', () => {
    const again = (entry: HistoryEvent) => ({ ...entry, words: entry.words && sealer.seal('again', 'any') })
    const history = story().history.map(again)
    expect(brokenAt('1', history)).toBe(-1)
  })

  it.each([
    ['a changed time', 1, { at: at(9) }],
    ['a changed name', 1, { by: { ...worker, name: '别人' } }],
    ['a changed status', 2, { to: 'rejected' }],
    ['a decision put in', 3, { detail: { days: 14 } }],
    ['words taken out', 1, { words: null }],
  ])('names the event with %s', (_title, index, change) => {
    const history = story().history.map((entry, place) => (place === index ? { ...entry, ...change } : entry))
    expect(brokenAt('1', history)).toBe(index)
  })

  it('names the place where an event was cut out, or a whole history was moved to another case', () => {
    const { history } = story()
    expect(
      brokenAt(
        '1',
        history.filter((_entry, index) => index !== 1),
      ),
    ).toBe(1)
    expect(brokenAt('2', history)).toBe(0)
  })

  it('cannot be made by whoever has the database but not the key', () => {
    const written = story()
    adoptSealer(createSealer({ ...keys, SHOUWANG_HASH_KEY: key() }))
    const forged = story()
    adoptSealer(sealer)
    expect(brokenAt('1', forged.history)).toBe(0)
    expect(brokenAt('1', [...written.history.slice(0, 3), ...forged.history.slice(3)])).toBe(3)
  })

  it('is whole with an older key, and after being tied anew without it', () => {
    const [oldKey, newKey] = [keys.SHOUWANG_HASH_KEY, key()]
    const before = story()
    adoptSealer(createSealer({ ...keys, SHOUWANG_HASH_KEY: `${newKey},${oldKey}` }))
    const during = after(before, 'note', 4)
    expect(alterationOf(during)).toBeNull()
    const history = tiedAnew('1', during.history)
    expect(tiedAnew('1', history)).toBe(history)
    adoptSealer(createSealer({ ...keys, SHOUWANG_HASH_KEY: newKey }))
    expect(alterationOf({ ...during, history })).toBeNull()
    expect(brokenAt('1', during.history)).toBe(0)
  })
})

describe('a case', () => {
  const accepted = () => after(after(first(), 'ask', 1), 'accept', 2)

  it('follows from its history as it was written', () => {
    expect(alterationOf(first())).toBeNull()
    expect(alterationOf(accepted())).toBeNull()
  })

  it.each<[string, Partial<Registration>, Alteration]>([
    ['its status', { status: 'rejected' }, { entry: 2, what: 'status' }],
    ['its content', { body: { text: 'other' } }, { entry: 2, what: 'content' }],
    ['its place', { at: { grid: 'h' } }, { entry: 2, what: 'content' }],
    ['its owner', { owner: 'resident-2' }, { entry: 2, what: 'content' }],
    ['its kind', { kind: 'other' as Registration['kind'] }, { entry: 2, what: 'content' }],
    ['its history to nothing', { history: [] }, { entry: 0, what: 'missingEntry' }],
  ])('is found altered when somebody changes %s without an event', (_title, change, alteration) => {
    expect(alterationOf({ ...accepted(), ...change })).toEqual(alteration)
  })

  it('is found altered when somebody takes the last event away', () => {
    const history = accepted().history.slice(0, 2)
    expect(alterationOf({ ...accepted(), history })).toEqual({ entry: 2, what: 'missingEntry' })
  })

  it('has words that open at their own event only', () => {
    const { history } = accepted()
    const [, asked, decided] = history
    const open = (from?: HistoryEvent, at?: HistoryEvent) =>
      from?.words && at && sealer.open(from.words, wordsContext('1', at))
    expect(open(asked, asked)).toBe('ask')
    expect(() => open(asked, decided)).toThrow()
  })
})
