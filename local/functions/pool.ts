import type { Instance, WorkerCall } from './instance'
import { stopped, type Outcome } from './outcome'

export interface PoolOptions {
  /** The most instances at a time; further calls wait for one. */
  largest: number
  start: () => Instance
  loadEnvironment: () => Record<string, string>
}

interface Waiting {
  call: WorkerCall
  resolve: (outcome: Outcome) => void
}

/** The instances of one function: started when calls wait, kept warm, replaced when they die. */
export class Pool {
  private readonly instances = new Set<Instance>()
  private idle: Instance[] = []
  private readonly waiting: Waiting[] = []
  private isGrowing = false
  private stopped = false

  constructor(private readonly options: PoolOptions) {}

  run(call: WorkerCall): Promise<Outcome> {
    if (this.stopped) return Promise.resolve(stopped)
    return new Promise((resolve) => {
      this.waiting.push({ call, resolve })
      this.assign()
    })
  }

  async stop(): Promise<void> {
    this.stopped = true
    for (const { resolve } of this.waiting.splice(0)) resolve(stopped)
    await Promise.all([...this.instances].map((instance) => instance.stop()))
  }

  private assign(): void {
    if (this.stopped) return
    this.dropDead()
    while (this.waiting.length > 0 && this.idle.length > 0) {
      void this.serve(this.idle.pop() as Instance, this.waiting.shift() as Waiting)
    }
    const isFull = this.instances.size >= this.options.largest
    if (this.waiting.length > 0 && !this.isGrowing && !isFull) void this.grow()
  }

  private dropDead(): void {
    for (const instance of this.instances) {
      if (!instance.alive) this.instances.delete(instance)
    }
    this.idle = this.idle.filter(({ alive }) => alive)
  }

  private async serve(instance: Instance, { call, resolve }: Waiting): Promise<void> {
    const outcome = await instance.run(call)
    this.idle.push(instance)
    resolve(outcome)
    this.assign()
  }

  /**
   * One at a time: the SDK takes a third of a second of a processor to load, and the first instance has often answered
   * everybody before a second one would be ready. A function that cannot be loaded answers the call that has
   * waited longest with the reason.
   */
  private async grow(): Promise<void> {
    const instance = this.options.start()
    this.instances.add(instance)
    this.isGrowing = true
    const loaded = await instance.load(this.options.loadEnvironment())
    this.isGrowing = false
    if (loaded.ok) {
      this.idle.push(instance)
    } else {
      void instance.stop()
      this.waiting.shift()?.resolve(loaded)
    }
    this.assign()
  }
}
