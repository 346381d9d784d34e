import fc from 'fast-check'
import { MustWait, StoreError } from '../../../local/store'
import type { Documents, Store, Transaction } from '../../../local/store'
import { documents, removeTemporaryStores, temporaryStore } from './temporaryStore'

afterEach(removeTemporaryStores)

/** Three transactions and somebody outside act on four documents, in any order. */
const slots = ['one', 'two', 'three'] as const
type Slot = (typeof slots)[number]
const ids = ['a', 'b', 'c', 'd']

type Begin = { act: 'begin'; by: Slot }
type Other = { act: 'commit' | 'abort' | 'read'; by: Slot }
type Write = { act: 'add' | 'set' | 'raise' | 'remove'; by: Slot | 'outside'; id: string; n: number }
type Step = Begin | Other | Write

const isWrite = (step: Step): step is Write => 'id' in step

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ act: fc.constant('begin' as const), by: fc.constantFrom(...slots) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constantFrom('commit' as const, 'abort' as const, 'read' as const, 'read' as const),
        by: fc.constantFrom(...slots),
      }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        act: fc.constantFrom('add' as const, 'set' as const, 'raise' as const, 'remove' as const),
        by: fc.constantFrom(...slots, 'outside' as const),
        id: fc.constantFrom(...ids),
        n: fc.integer({ min: 0, max: 9 }),
      }),
    },
  ),
  { minLength: 1, maxLength: 60 },
)

type Contents = Map<string, number>

/** What snapshot isolation with first-writer-wins means, said as plainly as possible. */
class Model {
  stored: Contents = new Map()
  readonly #writtenAt = new Map<string, number>()
  readonly #open = new Map<Slot, { seen: number; sees: Contents; wrote: Set<string> }>()
  #time = 0

  answer(step: Step): unknown {
    if (step.act === 'begin') return this.#begin(step.by)
    if (isWrite(step) && step.by === 'outside') return this.#outside(step)
    const by = step.by as Slot
    const mine = this.#open.get(by)
    if (!mine) return 'no such transaction'
    if (isWrite(step)) return this.#inside(step, by, mine)
    switch (step.act) {
      case 'read':
        return sortedEntries(mine.sees)
      case 'abort':
        this.#open.delete(by)
        return 'done'
      case 'commit':
        this.#open.delete(by)
        for (const id of mine.wrote) this.#store(id, mine.sees.get(id))
        return 'done'
    }
  }

  #begin(by: Slot) {
    if (this.#open.has(by)) return 'is open'
    this.#open.set(by, { seen: this.#time, sees: new Map(this.stored), wrote: new Set() })
    return 'done'
  }

  #outside(step: Write) {
    const change = changeOf(step, this.stored)
    if (change === 'nothing') return change
    const isHeld = [...this.#open.values()].some(({ wrote }) => wrote.has(step.id))
    if (isHeld) return 'must wait'
    if (change === 'duplicate') return change
    this.#store(step.id, change.to)
    return 'done'
  }

  #inside(step: Write, by: Slot, mine: { seen: number; sees: Contents; wrote: Set<string> }) {
    const change = changeOf(step, mine.sees)
    if (change === 'nothing') return change
    const others = [...this.#open].filter(([slot]) => slot !== by)
    const isHeld = others.some(([, { wrote }]) => wrote.has(step.id))
    const isStale = (this.#writtenAt.get(step.id) ?? 0) > mine.seen
    if (change === 'duplicate' || isHeld || isStale) {
      this.#open.delete(by)
      return change === 'duplicate' ? change : 'conflict'
    }
    mine.wrote.add(step.id)
    if (change.to === undefined) mine.sees.delete(step.id)
    else mine.sees.set(step.id, change.to)
    return 'done'
  }

  #store(id: string, n: number | undefined) {
    this.#time += 1
    this.#writtenAt.set(id, this.#time)
    if (n === undefined) this.stored.delete(id)
    else this.stored.set(id, n)
  }
}

const changeOf = ({ act, id, n }: Write, sees: Contents) => {
  const current = sees.get(id)
  if (act === 'add') return current === undefined ? { to: n } : 'duplicate'
  if (act === 'set') return current === n ? 'nothing' : { to: n }
  if (current === undefined) return 'nothing'
  return { to: act === 'raise' ? current + 1 : undefined }
}

const sortedEntries = (contents: Contents) => [...contents].sort(([a], [b]) => (a < b ? -1 : 1))

/** The same steps on the real thing. */
class Subject {
  readonly #open = new Map<Slot, Transaction>()

  constructor(readonly store: Store) {}

  answer(step: Step): unknown {
    if (step.act === 'begin') {
      if (this.#open.has(step.by)) return 'is open'
      this.#open.set(step.by, this.store.begin())
      return 'done'
    }
    const on = step.by === 'outside' ? this.store : this.#open.get(step.by)
    if (!on) return 'no such transaction'
    try {
      return this.#act(step, on)
    } catch (error) {
      if (error instanceof MustWait) return 'must wait'
      if (!(error instanceof StoreError)) throw error
      if (step.by !== 'outside') this.#open.delete(step.by)
      return error.code === 'DATABASE_TRANSACTION_CONFLICT' ? 'conflict' : 'duplicate'
    }
  }

  #act(step: Other | Write, on: Documents): unknown {
    switch (step.act) {
      case 'read':
        return contentsOf(on)
      case 'commit':
      case 'abort':
        this.#open.get(step.by)?.[step.act]()
        this.#open.delete(step.by)
        return 'done'
      case 'add':
        on.insert('notes', [{ _id: step.id, n: step.n }])
        return 'done'
      case 'set': {
        const { updated, upserted } = on.replace('notes', step.id, { n: step.n })
        return updated === 0 && upserted === undefined ? 'nothing' : 'done'
      }
      case 'raise': {
        const { updated } = on.update('notes', { _id: step.id }, { $inc: { n: 1 } }, { multi: false })
        return updated === 0 ? 'nothing' : 'done'
      }
      case 'remove':
        return on.remove('notes', { _id: step.id }, { multi: false }) === 0 ? 'nothing' : 'done'
    }
  }
}

const contentsOf = (on: Documents) =>
  documents(on.find('notes', { filter: {}, sort: { _id: 1 } })).map(({ _id, n }) => [_id, n])

it('whatever transactions do beside one another, they see and leave what snapshot isolation says', () => {
  const store = temporaryStore({ notes: {} })
  fc.assert(
    fc.property(steps, (script) => {
      store.remove('notes', {}, { multi: true })
      const model = new Model()
      const subject = new Subject(store)
      const told = script.map((step) => subject.answer(step))
      const expected = script.map((step) => model.answer(step))
      for (const by of slots) subject.answer({ act: 'abort', by })
      expect(told).toEqual(expected)
      expect(contentsOf(store)).toEqual(sortedEntries(model.stored))
    }),
    { numRuns: 500 },
  )
})
