/** The figures of a run, beside what the trial build reached (milliseconds, medians; megabytes for the memory). */
export interface Figure {
  what: string
  trial: number | undefined
  now: number
  /** What the SDK alone takes, where that is known. */
  floor?: number
}

/** What the trial build reached on the same kind of machine, at 100,000 and at 1,000,000 documents. */
const TRIAL: Record<string, [hundredThousand: number, million: number | undefined]> = {
  'doc.get': [0.83, 1.7],
  'where + orderBy + limit 20': [1.25, 3.75],
  count: [0.55, 1.1],
  add: [0.73, 1.9],
  'doc.update': [1.03, 2.1],
  'runTransaction (get + update)': [3.0, 4.1],
  '1000 parallel doc.get, total': [531, 749],
  'aggregate: group over everything': [306, 4190],
  'aggregate: match on an index + group': [5.9, 17],
  'equality without an index, full scan': [130, 1180],
  'memory of the server at its peak, MB': [214, 441],
  'start to listening': [500, 500],
  'bulk load, two indexes': [3700, undefined],
}

export const figure = (what: string, now: number, isMillion: boolean): Figure => ({
  what,
  now,
  trial: TRIAL[what]?.[isMillion ? 1 : 0],
})

/** Slower than this needs a reason in the note on the local cloud. */
const TOLERATED = 1.5

/** A table, and a line that names what is slower than tolerated. */
export function describeFigures(figures: Figure[]): string {
  const rows = figures.map(({ what, now, trial, floor }) => [
    what,
    shown(now),
    shown(trial),
    shown(ratioOf(now, trial)),
    shown(floor),
    shown(ratioOf(now, floor)),
  ])
  const lines = [['', 'now', 'trial', 'ratio', 'floor', 'ratio'], ...rows].map(([what = '', ...cells]) =>
    [what.padEnd(38), ...cells.map((cell) => cell.padStart(9))].join(' '),
  )
  const slow = figures.filter(({ now, trial }) => (ratioOf(now, trial) ?? 0) > TOLERATED)
  const names = slow.length > 0 ? slow.map(({ what }) => what).join('; ') : 'nothing'
  return [...lines, `Slower than ${TOLERATED} x the trial build: ${names}`].join('\n')
}

const ratioOf = (now: number, other: number | undefined) => (other === undefined ? undefined : now / other)

const shown = (number: number | undefined): string => {
  if (number === undefined) return '-'
  return number < 100 ? number.toFixed(2) : number.toFixed(0)
}
