import type { Chance } from '../../local/demo/chance'

/** A part of the two hours, in minutes from half past seven, and how many of all families report in it. */
export interface Part {
  name: string
  from: number
  to: number
  /** Of all families, 0–1. */
  share: number
  /** Where it begins all at once and dies away: the minutes after which a third is left. */
  diesAwayIn?: number
}

export const MINUTES = 120

/**
 * A morning as people keep it: few before eight, most of them at eight, some while they breakfast; and at nine, when whoever has
 * not reported is reminded, many within a few minutes.
 */
export const parts: readonly Part[] = [
  { name: 'half past seven to eight', from: 0, to: 25, share: 0.1 },
  { name: 'around eight', from: 25, to: 45, share: 0.45 },
  { name: 'until nine', from: 45, to: 90, share: 0.2 },
  { name: 'after the reminder of nine', from: 90, to: MINUTES, share: 0.25, diesAwayIn: 4 },
]

/** The part that this minute belongs to. */
export const partAt = (minute: number): Part =>
  parts.reduce((before, part) => (minute >= part.from ? part : before))

/** When another list is published: while most report. */
export const LIST_CHANGES_AT = 35

/** The minute in which each of so many families reports, the earliest first. */
export function arrivals(families: number, chance: Chance): { minute: number; part: Part }[] {
  const drawn = parts.flatMap((part) =>
    Array.from({ length: Math.round(families * part.share) }, () => ({
      minute: minuteIn(part, chance),
      part,
    })),
  )
  return drawn.sort((one, other) => one.minute - other.minute)
}

function minuteIn({ from, to, diesAwayIn }: Part, chance: Chance): number {
  if (diesAwayIn !== undefined) return Math.min(to, from - diesAwayIn * Math.log(1 - chance.next()))
  // Two draws make a hill in the middle.
  return from + ((chance.next() + chance.next()) / 2) * (to - from)
}
