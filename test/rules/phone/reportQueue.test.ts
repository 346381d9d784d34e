import type { HouseholdReportDraft, Reported } from '@contract/selfReport'
import type { Answer, CallErrorCode } from '@/services/api'
import { openReportQueue, type WaitingReport } from '@/services/reportQueue'

const report = (submission: string): HouseholdReportDraft => ({
  submission,
  household: 'home',
  on: '2026-11-22',
  how: 'self',
  people: [],
})

const answer = { household: 'home', version: 2, on: '2026-11-22' } as Reported
const arrives: Answer<Reported> = { ok: true, data: answer }
const fails = (code: CallErrorCode): Answer<Reported> => ({ ok: false, error: { code, message: '' } })

const madeAt = '2026-11-22T00:05:00.000Z'
const forever = new Promise<void>(() => undefined)

/** A phone whose storage outlives the app, and a function that answers what it is told to. */
function phone() {
  const storage = { waiting: [] as readonly WaitingReport[], isFull: false }
  const signal = { answer: arrives, isSlow: false, sent: [] as string[], arrived: [] as string[] }
  const launch = () =>
    openReportQueue({
      read: () => storage.waiting,
      write: (waiting) => {
        if (!storage.isFull) storage.waiting = waiting
        return !storage.isFull
      },
      send: async ({ submission }) => {
        signal.sent.push(submission)
        await (signal.isSlow ? forever : Promise.resolve())
        return signal.answer
      },
      onArrived: ({ submission }) => signal.arrived.push(submission),
    })
  return { storage, signal, launch }
}

const waitingIn = ({ waiting }: { waiting: readonly WaitingReport[] }): string[] =>
  waiting.map((one) => one.report.submission)

describe('a report on its way', () => {
  it('is on the phone before it is sent', async () => {
    const { storage, signal, launch } = phone()
    const sending = launch().submit(report('a'), madeAt, forever)
    expect([waitingIn(storage), signal.sent]).toEqual([['a'], ['a']])
    await sending
  })

  it('is forgotten once it has arrived', async () => {
    const { storage, signal, launch } = phone()
    expect(await launch().submit(report('a'), madeAt, forever)).toEqual({ state: 'arrived' })
    expect([waitingIn(storage), signal.arrived]).toEqual([[], ['a']])
  })

  it.each(['offline', 'internal', 'changedMeanwhile', 'tooOften'] as const)(
    'waits where the answer is %s',
    async (code) => {
      const { storage, signal, launch } = phone()
      signal.answer = fails(code)
      const sending = await launch().submit(report('a'), madeAt, forever)
      expect(sending).toMatchObject({ state: 'waiting', error: { code }, isKept: true })
      expect(waitingIn(storage)).toEqual(['a'])
    },
  )

  it('waits where no answer comes while somebody stands there', async () => {
    const { launch, signal } = phone()
    signal.isSlow = true
    const sending = await launch().submit(report('a'), madeAt, Promise.resolve())
    expect(sending).toMatchObject({ state: 'waiting', error: { code: 'offline' } })
    expect(signal.sent).toEqual(['a'])
  })

  it('is taken back to the form where it was refused', async () => {
    const { storage, signal, launch } = phone()
    signal.answer = fails('invalidInput')
    expect(await launch().submit(report('a'), madeAt, forever)).toMatchObject({
      state: 'refused',
      error: { code: 'invalidInput' },
    })
    expect(waitingIn(storage)).toEqual([])
  })

  it('says so where the phone has no room for it', async () => {
    const { storage, signal, launch } = phone()
    storage.isFull = true
    signal.answer = fails('offline')
    expect(await launch().submit(report('a'), madeAt, forever)).toMatchObject({
      state: 'waiting',
      isKept: false,
    })
  })
})

describe('reports that wait', () => {
  /** Two reports of a morning without signal, and the app closed since. */
  async function afterTwo() {
    const there = phone()
    there.signal.answer = fails('offline')
    const queue = there.launch()
    await queue.submit(report('a'), madeAt, forever)
    await queue.submit(report('b'), madeAt, forever)
    there.signal.answer = arrives
    there.signal.sent = []
    return there
  }

  it('are sent by the next launch, in the order in which they were made', async () => {
    const { storage, signal, launch } = await afterTwo()
    await launch().sendAll()
    expect([signal.arrived, waitingIn(storage)]).toEqual([['a', 'b'], []])
  })

  it('go before one that is made now', async () => {
    const { signal, launch } = await afterTwo()
    await launch().submit(report('c'), madeAt, forever)
    expect(signal.arrived).toEqual(['a', 'b', 'c'])
  })

  it('are sent once however often somebody tries meanwhile', async () => {
    const { signal, launch } = await afterTwo()
    const queue = launch()
    await Promise.all([queue.sendAll(), queue.sendAll(), queue.sendAll()])
    expect(signal.sent).toEqual(['a', 'b'])
  })

  it('stay where the signal is gone again, and the second is not tried', async () => {
    const { storage, signal, launch } = await afterTwo()
    signal.answer = fails('offline')
    await launch().sendAll()
    expect([signal.sent, waitingIn(storage)]).toEqual([['a'], ['a', 'b']])
  })

  it('can be tried again after all have been sent', async () => {
    const { signal, launch } = await afterTwo()
    const queue = launch()
    await queue.sendAll()
    await queue.submit(report('c'), madeAt, forever)
    expect(signal.arrived).toEqual(['a', 'b', 'c'])
  })

  it('stay with the reason where one is refused unseen, and hold up no other', async () => {
    const { storage, signal, launch } = await afterTwo()
    signal.answer = fails('invalidInput')
    await launch().sendAll()
    expect(storage.waiting.map(({ refused }) => refused?.code)).toEqual(['invalidInput', 'invalidInput'])
    signal.sent = []
    await launch().sendAll()
    expect(signal.sent).toEqual([])
  })

  it('go when the person removes them', async () => {
    const { storage, launch } = await afterTwo()
    launch().remove('a')
    expect(waitingIn(storage)).toEqual(['b'])
  })

  it('tell whoever shows them of every change', async () => {
    const { launch } = await afterTwo()
    const queue = launch()
    const seen: number[] = []
    const stop = queue.subscribe(() => seen.push(queue.list().length))
    await queue.sendAll()
    stop()
    queue.remove('a')
    expect(seen).toEqual([1, 0])
  })
})
