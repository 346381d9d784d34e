import { now as clock } from './clock'
import { logBug } from './serve'

const A_PAGE = 50
const AT_ONCE = 10

interface Due<Item> {
  /** So many of what is due, longest first. What has been dealt with is not found again. */
  find: (most: number) => Promise<{ data: Item[] }>
  /** May be done twice, by another beside this one or after it. */
  handle: (item: Item) => Promise<void>
  /** What is told once for all of a page. */
  afterPage?: () => Promise<void>
}

/**
 * Goes through what is due, fifty at a time and ten of them at once, until then. It may end anywhere. One that fails is tried
 * again the next time, and does not keep the others waiting.
 */
export async function inDueSlices<Item>({ find, handle, afterPage }: Due<Item>, until: Date): Promise<void> {
  while (clock() < until) {
    const { data } = await find(A_PAGE)
    for (let first = 0; first < data.length && clock() < until; first += AT_ONCE)
      await Promise.all(data.slice(first, first + AT_ONCE).map((item) => handle(item).catch(logBug)))
    await afterPage?.()
    if (data.length < A_PAGE) return
  }
}
