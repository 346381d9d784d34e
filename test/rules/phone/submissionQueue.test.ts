import type { Answer, CallErrorCode } from '@/services/api'
import { openSubmissionQueue, type Submission, type Waiting } from '@/services/submissionQueue'

const madeAt = '2026-11-22T00:05:00.000Z'
const forever = new Promise<void>(() => undefined)
const arrives: Answer<unknown> = { ok: true, data: 'arrived' }
const fails = (code: CallErrorCode): Answer<unknown> => ({ ok: false, error: { code, message: '' } })

const sent = (submission: string, kind = 'report'): Submission => ({ kind, input: { submission }, madeAt })

/** A phone whose storage outlives the app, and functions that answer what they are told to. */
function phone() {
  const storage = { waiting: [] as readonly Waiting<Submission>[], isFull: false }
  const signal = {
    answer: arrives,
    /** What one kind is answered, instead. */
    answers: {} as Record<string, Answer<unknown>>,
    isSlow: false,
    sent: [] as string[],
    arrived: [] as string[],
  }
  const launch = () =>
    openSubmissionQueue<Submission>({
      read: () => storage.waiting,
      write: (waiting) => {
        if (!storage.isFull) storage.waiting = waiting
        return !storage.isFull
      },
      send: async ({ kind, input: { submission } }) => {
        signal.sent.push(submission)
        await (signal.isSlow ? forever : Promise.resolve())
        return signal.answers[kind] ?? signal.answer
      },
      lineOf: ({ kind }) => kind,
      isForLater: (_, { code }) => code === 'offline' || code === 'internal',
      onArrived: ({ input }) => signal.arrived.push(input.submission),
      onRefused: () => undefined,
    })
  return { storage, signal, launch }
}

const waitingIn = ({ waiting }: { waiting: readonly Waiting<Submission>[] }): string[] =>
  waiting.map(({ input }) => input.submission)

describe('a submission on its way', () => {
  it('is on the phone before it is sent', async () => {
    const { storage, signal, launch } = phone()
    const sending = launch().submit(sent('a'), forever)
    expect([waitingIn(storage), signal.sent]).toEqual([['a'], ['a']])
    await sending
  })

  it('is forgotten once it has arrived', async () => {
    const { storage, signal, launch } = phone()
    expect(await launch().submit(sent('a'), forever)).toEqual({ state: 'arrived' })
    expect([waitingIn(storage), signal.arrived]).toEqual([[], ['a']])
  })

  it('waits where it may be taken another time', async () => {
    const { storage, signal, launch } = phone()
    signal.answer = fails('internal')
    const sending = await launch().submit(sent('a'), forever)
    expect(sending).toMatchObject({ state: 'waiting', error: { code: 'internal' }, isKept: true })
    expect(waitingIn(storage)).toEqual(['a'])
  })

  it('waits where no answer comes while somebody stands there', async () => {
    const { launch, signal } = phone()
    signal.isSlow = true
    const sending = await launch().submit(sent('a'), Promise.resolve())
    expect(sending).toMatchObject({ state: 'waiting', error: { code: 'offline' } })
    expect(signal.sent).toEqual(['a'])
  })

  it('is sent once where the button was tapped twice', async () => {
    const { signal, launch } = phone()
    const queue = launch()
    await Promise.all([queue.submit(sent('a'), forever), queue.submit(sent('a'), forever)])
    expect(signal.sent).toEqual(['a'])
  })

  it('is taken back to the form where it was refused', async () => {
    const { storage, signal, launch } = phone()
    signal.answer = fails('invalidInput')
    expect(await launch().submit(sent('a'), forever)).toMatchObject({
      state: 'refused',
      error: { code: 'invalidInput' },
    })
    expect(waitingIn(storage)).toEqual([])
  })

  it('says so where the phone has no room for it', async () => {
    const { storage, signal, launch } = phone()
    storage.isFull = true
    signal.answer = fails('offline')
    expect(await launch().submit(sent('a'), forever)).toMatchObject({ state: 'waiting', isKept: false })
  })
})

describe('submissions that wait', () => {
  /** Two of a morning without signal, and the app closed since. */
  async function afterTwo(kinds: [string, string] = ['report', 'report']) {
    const there = phone()
    there.signal.answer = fails('offline')
    const queue = there.launch()
    await queue.submit(sent('a', kinds[0]), forever)
    await queue.submit(sent('b', kinds[1]), forever)
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
    await launch().submit(sent('c'), forever)
    expect(signal.arrived).toEqual(['a', 'b', 'c'])
  })

  it('are sent once however often somebody tries meanwhile', async () => {
    const { signal, launch } = await afterTwo()
    const queue = launch()
    await Promise.all([queue.sendAll(), queue.sendAll(), queue.sendAll()])
    expect(signal.sent).toEqual(['a', 'b'])
  })

  it('stay where the signal is gone again, and the second is not tried', async () => {
    const { storage, signal, launch } = await afterTwo(['report', 'register'])
    signal.answer = fails('offline')
    expect(await launch().sendAll()).toMatchObject({ code: 'offline' })
    expect([signal.sent, waitingIn(storage)]).toEqual([['a'], ['a', 'b']])
  })

  it('go past one whose function cannot take it now', async () => {
    const { storage, signal, launch } = await afterTwo(['report', 'register'])
    signal.answers.report = fails('internal')
    await launch().sendAll()
    expect([signal.arrived, waitingIn(storage)]).toEqual([['b'], ['a']])
  })

  it('keep their order where their function cannot take the first', async () => {
    const { storage, signal, launch } = await afterTwo(['register', 'register'])
    signal.answers.register = fails('internal')
    await launch().sendAll()
    expect([signal.sent, waitingIn(storage)]).toEqual([['a'], ['a', 'b']])
  })

  it('can be tried again after all have been sent', async () => {
    const { signal, launch } = await afterTwo()
    const queue = launch()
    await queue.sendAll()
    await queue.submit(sent('c'), forever)
    expect(signal.arrived).toEqual(['a', 'b', 'c'])
  })

  it('stay with the reason where one is refused unseen, and hold up no other', async () => {
    const { storage, signal, launch } = await afterTwo()
    signal.answer = fails('invalidInput')
    expect(await launch().sendAll()).toBeNull()
    expect(storage.waiting.map(({ refused }) => refused?.code)).toEqual(['invalidInput', 'invalidInput'])
    signal.sent = []
    await launch().sendAll()
    expect(signal.sent).toEqual([])
  })

  it('are corrected under the same id', async () => {
    const { storage, signal, launch } = await afterTwo()
    signal.answer = fails('invalidInput')
    const queue = launch()
    await queue.sendAll()
    signal.answer = arrives
    await queue.submit(sent('a'), forever)
    expect([signal.arrived, waitingIn(storage)]).toEqual([['a'], ['b']])
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
