/** The only place that looks at the clock; everything else is given the time. */
export const now = (): Date => new Date()
