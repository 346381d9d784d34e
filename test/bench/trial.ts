/**
 * What the trial build, which was thrown away, reached on the same kind of machine at 100,000 and at 1,000,000 documents:
 * milliseconds, but for the memory.
 */
const TRIAL: Record<string, [hundredThousand: number, million: number | null]> = {
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
  'bulk load, two indexes': [3700, null],
}

export const trialOf = (what: string, size: number): number | null =>
  TRIAL[what]?.[size === 1_000_000 ? 1 : 0] ?? null
