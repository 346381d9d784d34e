/** What one gesture may have handed to the view of its page, in bytes: old phones stall long before WeChat's 256 KB. */
export const mostForOneGesture = 32 * 1024

/** What was handed from the logic to the view, from a gesture of the owner to the next. */
export interface Handed {
  /** As in `tap 筛选`, or `open`. */
  gesture: string
  /** The route of the page that was shown in the end; '' before the first. */
  page: string
  /** Whether the page came with the gesture: then all of it had to be drawn. */
  opened: boolean
  count: number
  /** Of the data as JSON, which is how it travels. */
  bytes: number
}

interface Page {
  route: string
}

/** Counts `setData` by gesture. */
export class SetDataMeter {
  private readonly past: Handed[] = []
  private gesture = ''
  private page: Page | undefined
  private count = 0
  private bytes = 0

  add(bytes: number): void {
    this.count += 1
    this.bytes += bytes
  }

  /** The owner begins something. @param page the page that is shown. */
  begin(gesture: string, page: Page | undefined): void {
    this.past.push(this.sinceLast(page))
    Object.assign(this, { gesture, page, count: 0, bytes: 0 })
  }

  /** @param page the page that is shown now. */
  sinceLast(page: Page | undefined): Handed {
    const { gesture, count, bytes } = this
    return { gesture, page: page?.route ?? '', opened: page !== this.page, count, bytes }
  }

  /** Each gesture so far, oldest first. */
  all(page: Page | undefined): Handed[] {
    return [...this.past, this.sinceLast(page)]
  }

  /** What was too much for a page that was there before. */
  complaints(page: Page | undefined): string[] {
    return this.all(page)
      .filter(({ opened, bytes }) => !opened && bytes > mostForOneGesture)
      .map(
        ({ gesture, page: route, bytes }) =>
          `${gesture} on ${route} hands ${bytes} bytes to the view, more than ${mostForOneGesture}`,
      )
  }
}
