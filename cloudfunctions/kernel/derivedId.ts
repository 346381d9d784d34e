import { createHash } from 'node:crypto'
import { ownSealer } from './seal'

/**
 * An id of the shape of a UUID that follows from what something is about: of those who make the same at once one stores it.
 * Keyed, because phones make ids as well: nobody can take this one beforehand.
 */
export const derivedId = (about: object): string => asUuid(ownSealer().digest(about))

/** The same of what is keyed already. */
export function asUuid(keyed: string): string {
  const digits = createHash('sha256').update(keyed).digest('hex')
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-')
}
