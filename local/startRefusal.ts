/** Why the local cloud cannot start, in one sentence for the person who started it. */
export class StartRefusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartRefusal'
  }
}
