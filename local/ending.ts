const watchedEveryMs = 100

/** Calls `end` once, when the process is asked to end: by SIGTERM, by SIGINT (Ctrl-C), or because npm that ran it is gone. */
export function whenAskedToEnd(end: () => void): void {
  let isEnding = false
  const endOnce = () => {
    if (!isEnding) end()
    isEnding = true
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, endOnce)
  if (process.env.npm_lifecycle_event !== undefined) watchParent(endOnce)
}

/** npm hands a signal to the shell in between, which dies of it without handing it on: the parent changes. */
function watchParent(end: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, watchedEveryMs)
  watch.unref()
}
