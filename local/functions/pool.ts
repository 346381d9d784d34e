import type { Instance, WorkerCall } from './instance'
import { stopped, type Outcome } from './outcome'

/** How long an instance stays without work, in milliseconds. */
export interface Warmth {
  /** While there are others. */
  spareMs: number
  /** The last one of a function; at least as long. */
  lastMs: number
}

export interface PoolOptions {
  /** The most instances at a time; further calls wait for one. */
  largest: number
  warmth: Warmth
  start: () => Instance
  loadEnvironment: () => Record<string, string>
}

interface Waiting {
  call: WorkerCall
  resolve: (outcome: Outcome) => void
}

/** The instances of one function: started when calls wait, kept warm for a while, replaced when they die. */
export class Pool {
  private readonly instances = new Set<Instance>()
  /** Each with the timer that ends its rest; the one that worked last is the last. */
  private readonly idle = new Map<Instance, NodeJS.Timeout>()
  private readonly waiting: Waiting[] = []
  private isGrowing = false
  private isRetired = false
  private isStopped = false

  constructor(private readonly options: PoolOptions) {}

  /** The instances that there are, at work or idle. */
  get size(): number {
    return this.instances.size
  }

  run(call: WorkerCall): Promise<Outcome> {
    if (this.isStopped) return Promise.resolve(stopped)
    return new Promise((resolve) => {
      this.waiting.push({ call, resolve })
      this.assign()
    })
  }

  /** Answers the calls it has, and ends its instances as they fall idle. */
  retire(): void {
    this.isRetired = true
    this.assign()
  }

  async stop(): Promise<void> {
    this.isStopped = true
    for (const { resolve } of this.waiting.splice(0)) resolve(stopped)
    for (const timer of this.idle.values()) clearTimeout(timer)
    await Promise.all([...this.instances].map((instance) => instance.stop()))
  }

  private assign(): void {
    if (this.isStopped) return
    this.dropDead()
    while (this.waiting.length > 0 && this.idle.size > 0) {
      void this.serve(this.takeWarmest(), this.waiting.shift() as Waiting)
    }
    const isFull = this.instances.size >= this.options.largest
    // A new instance would run the code that replaced this pool's.
    const mayGrow = !this.isGrowing && !isFull && (!this.isRetired || this.instances.size === 0)
    if (this.waiting.length > 0 && mayGrow) void this.grow()
    if (this.isRetired && this.waiting.length === 0)
      for (const instance of this.idle.keys()) this.end(instance)
  }

  private dropDead(): void {
    for (const instance of this.instances) if (!instance.alive) this.end(instance)
  }

  /** The others grow colder meanwhile, and are ended first. */
  private takeWarmest(): Instance {
    const warmest = [...this.idle.keys()].at(-1) as Instance
    clearTimeout(this.idle.get(warmest))
    this.idle.delete(warmest)
    return warmest
  }

  private async serve(instance: Instance, { call, resolve }: Waiting): Promise<void> {
    const outcome = await instance.run(call)
    this.rest(instance)
    resolve(outcome)
    this.assign()
  }

  private rest(instance: Instance): void {
    const { spareMs, lastMs } = this.options.warmth
    const endUnlessLast = () => {
      if (this.instances.size > 1) this.end(instance)
      else this.idle.set(instance, setTimeout(() => this.end(instance), lastMs - spareMs).unref())
    }
    this.idle.set(instance, setTimeout(endUnlessLast, spareMs).unref())
  }

  private end(instance: Instance): void {
    clearTimeout(this.idle.get(instance))
    this.idle.delete(instance)
    this.instances.delete(instance)
    void instance.stop()
  }

  /**
   * One at a time: the SDK takes a third of a second of a processor to load, and the first instance has often answered
   * everybody before a second one would be ready. When none can be loaded, all calls that wait are answered with the
   * reason: the next attempt would end the same way, and the last of them would have to wait for all attempts.
   */
  private async grow(): Promise<void> {
    const instance = this.options.start()
    this.instances.add(instance)
    this.isGrowing = true
    const loaded = await instance.load(this.options.loadEnvironment())
    this.isGrowing = false
    if (loaded.ok) {
      this.rest(instance)
    } else {
      this.end(instance)
      this.dropDead()
      // The others take the calls that wait, one by one.
      if (this.instances.size > 0) return
      for (const { resolve } of this.waiting.splice(0)) resolve(loaded)
    }
    this.assign()
  }
}
