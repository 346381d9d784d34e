import { ownSealer } from '@kernel/seal'
import { isSealed } from '@kernel/sealed'

/** A copy with every sealed text in clear, for the one whose texts they are. */
export const openedCopy = <T>(value: T, context: string): T => opened(value, context) as T

const opened = (value: unknown, context: string): unknown => {
  if (isSealed(value)) return ownSealer().open(value, context)
  if (Array.isArray(value)) return value.map((inner) => opened(inner, context))
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, opened(inner, context)]))
}
