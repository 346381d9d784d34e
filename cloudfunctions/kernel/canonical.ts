import { isSealed } from './sealed'

/**
 * Object keys sorted, dates in ISO, so that the same event has the same text wherever it has been stored. Sealed
 * texts count as present only: they are authenticated by their own key and change when that key is replaced.
 */
export const canonical = (value: unknown): unknown => {
  if (isSealed(value)) return 'sealed'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  )
}
