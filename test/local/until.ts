const longestMs = 30_000

/** Waits for something to become true; fails instead of waiting for ever. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + longestMs
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`not within ${longestMs} ms: ${isTrue.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
