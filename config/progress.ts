import type { Outcome } from './outcome'

type Work = (onProgress: (text: string) => void) => Promise<Outcome>

const secondsSince = (start: number): string => ((performance.now() - start) / 1000).toFixed(1)

/** On a terminal one line is redrawn each second; in a log a new line comes every ten. */
function openTicker(line: () => string): () => void {
  const { stdout } = process
  const draw = (): void => void stdout.write(stdout.isTTY ? `\r\u001b[K${line()}` : `${line()}\n`)
  draw()
  const timer = setInterval(draw, stdout.isTTY ? 1_000 : 10_000)
  return () => {
    clearInterval(timer)
    if (stdout.isTTY) stdout.write('\r\u001b[K')
  }
}

/** Does a piece of work under a title, showing that it goes on and, in one last line, how it ended. */
export async function showProgress(title: string, work: Work): Promise<Outcome> {
  const start = performance.now()
  let progress = ''
  const close = openTicker(() => `  ...  ${title} ${secondsSince(start)} s ${progress}`.trimEnd())
  const outcome = await work((text) => {
    progress = text
  }).finally(close)
  console.log(summaryOf(title, outcome, start))
  return outcome
}

/** `ok  build pages  23.1 s  unchanged`, followed by everything that was said if it failed. */
export function summaryOf(title: string, outcome: Outcome, start: number): string {
  const head = `  ${outcome.ok ? 'ok ' : 'BAD'}  ${title}  ${secondsSince(start)} s`
  return outcome.ok ? [head, ...outcome.notes].join('  ') : `${head}\n${outcome.output.trim()}`
}
