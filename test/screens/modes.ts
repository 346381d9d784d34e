/** A way in which every screen is looked at. */
export interface Look {
  mode: Mode
  width: number
  height: number
}

/** The usual phone, on which people also do what leads to a screen. */
export const widest = { width: 375, height: 812 }

const smallest = { width: 320, height: 568 }

export const modes = ['normal', 'dark', 'care'] as const

export type Mode = (typeof modes)[number]

export const looksIn = (mode: Mode): Look[] => [widest, smallest].map((size) => ({ mode, ...size }))

export const nameOfLook = ({ mode, width }: Look): string => `${mode}-${width}`

/** Pixels: DESIGN's least sizes, in care mode those of large type. */
export const leastIn = (mode: Mode) => ({ leastType: mode === 'care' ? 20 : 16, leastTarget: 44 })
