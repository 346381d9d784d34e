import type { FunctionDefinition } from '../functions/definition'
import { failed, type Outcome } from '../functions/outcome'
import { lastDue, nextDue, type TimerDeclaration } from './schedule'
import type { Settled } from './settled'

/** What a function is called with by its timer (https://cloud.tencent.com/document/product/583/9708). */
export interface TimerEvent extends Record<string, unknown> {
  Type: 'Timer'
  TriggerName: string
  /** When it was due, to the second: `2026-02-21T11:49:00Z`. */
  Time: string
}

export interface TimersOptions {
  definitions: FunctionDefinition[]
  settled: Settled
  now: () => Date
  fire: (functionName: string, event: TimerEvent) => Promise<Outcome>
  log: (line: string) => void
}

/** A timer as it is shown. */
export interface ShownTimer extends TimerDeclaration {
  function: string
  next?: Date
}

interface Planned extends TimerDeclaration {
  next?: Date
}

const second = 1000
/** Later than this, something was asleep. */
const lateMs = 5 * second

/**
 * The timers of all functions. A timer fires once when it is due; when the machine slept or the cloud was down while
 * it was due several times, it fires once for all of them.
 */
export class Timers {
  private planned = new Map<string, Planned>()
  private ticking: NodeJS.Timeout | undefined

  constructor(private readonly options: TimersOptions) {
    this.reload(options.definitions)
  }

  /** Those that are to be seen: with the time at which each is due next. */
  get list(): ShownTimer[] {
    return [...this.planned].map(([name, timer]) => ({ function: name, ...timer }))
  }

  /** Takes the timers of these functions; one that is declared as before keeps its place in time. */
  reload(definitions: FunctionDefinition[]): void {
    this.planned = new Map()
    for (const { name, timer } of definitions) if (timer) this.planned.set(name, this.plan(name, timer))
  }

  start(): void {
    this.check()
    // Looked at each second instead of waited for: a timer of Node's stands still while the machine sleeps.
    this.ticking = setTimeout(() => this.start(), second - (Date.now() % second)).unref()
  }

  stop(): void {
    clearTimeout(this.ticking)
  }

  /** Fires what is due. */
  check(): void {
    const now = this.options.now()
    for (const [name, timer] of this.planned) {
      if (timer.next === undefined || timer.next > now) continue
      const due = lastDue(timer.cron, now) ?? timer.next
      if (now.getTime() - due.getTime() > lateMs)
        this.options.log(
          `${name} | the timer ${timer.name} was due at ${due.toISOString()}: it fires now, once`,
        )
      // First settled, then fired: a crash in between may lose a firing but never doubles one.
      if (!this.settle(name, timer, now)) continue
      this.planned.set(name, { ...timer, next: nextDue(timer.cron, now) })
      void this.options.fire(name, eventOf(timer, due))
    }
  }

  /** Fires a function's timer now, due or not. */
  fire(functionName: string): Promise<Outcome> {
    const timer = this.planned.get(functionName)
    if (!timer)
      return Promise.resolve(failed('invalidParameters', 'there is no function with a timer of that name'))
    return this.options.fire(functionName, eventOf(timer, this.options.now()))
  }

  /** False when it cannot be noted, as on a full disk: then it is looked at again a second later. */
  private settle(name: string, timer: TimerDeclaration, now: Date): boolean {
    try {
      this.options.settled.set(name, timer.cron, now)
      return true
    } catch (cause) {
      this.options.log(`${name} | the timer ${timer.name} waits: ${String(cause)}`)
      return false
    }
  }

  private plan(name: string, timer: TimerDeclaration): Planned {
    const { settled, now } = this.options
    const until = settled.get(name, timer.cron)
    if (until === undefined) settled.set(name, timer.cron, now())
    return { ...timer, next: nextDue(timer.cron, until ?? now()) }
  }
}

function eventOf({ name }: TimerDeclaration, due: Date): TimerEvent {
  return { Type: 'Timer', TriggerName: name, Time: `${due.toISOString().slice(0, 19)}Z` }
}
