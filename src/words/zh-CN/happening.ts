/** Who reads: the one whose case it is, or staff of its place. */
export type Reader = 'owner' | 'staff'

/** What an event left behind, as far as its sentence needs it. */
export interface Happening {
  who: string
  byOwner: boolean
  reader: Reader
  decision: string | null
  colleague: string | null
  /** Who had proposed what was confirmed. */
  proposer: string | null
  /** What changed what the rules expect: 风险地区名单更新到第 3 版. */
  edition: string | null
  /** Where it was taken along to, when its place was moved or merged. */
  moved: string | null
  /** The parts that an amendment changed; '' when it changed none. */
  changed: string
}
