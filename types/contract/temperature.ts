import * as v from 'valibot'
import { fault } from './faults'

/** What a living person's thermometer may show, in °C; anything else is asked again. */
export const temperatureLimits = { least: 34, most: 42.9 } as const

const FULL_WIDTH = /[\uff10-\uff19\uff0e]/g
const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)

/**
 * A temperature in °C as people type it: `36.5`, `365`, `36。5`, `36,5`, `３６．５`, `36.5℃` and `36度5` are all 36.5.
 * Null when it cannot be read as one; whether it can be true is for {@link temperatureLimits} to say.
 */
export const readTemperature = (typed: string): number | null => {
  const plain = typed
    .replace(FULL_WIDTH, narrow)
    .replace(/\s|℃|°C?|度$/gi, '')
    .replace(/[。，,、·度]/g, '.')
  if (/^\d{3}$/.test(plain)) return Number(plain) / 10
  return /^\d{2}(\.\d?)?$/.test(plain) ? Number(plain) : null
}

/** As typed; '' when it was not measured, which is null. */
export const temperature = v.pipe(
  v.string(),
  v.maxLength(12, fault('temperature')),
  v.check((typed) => typed.trim() === '' || readTemperature(typed) !== null, fault('temperature')),
  v.transform((typed) => (typed.trim() === '' ? null : readTemperature(typed))),
  v.check(
    (degrees) =>
      degrees === null || (degrees >= temperatureLimits.least && degrees <= temperatureLimits.most),
    fault('temperatureUnlikely'),
  ),
)
