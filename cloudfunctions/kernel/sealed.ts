/** Ciphertext of a name, number, address or of what somebody said: `sealed:<key id>:<base64url>`. */
export type Sealed = string & { readonly sealed: unique symbol }

/** A text that nobody has sealed yet. */
export type Clear = string & { readonly sealed?: never }

export const PREFIX = 'sealed'

// Initialisation vector and tag alone make 38 characters: what people type into a short field is never taken for it.
const SEALED = /^sealed:[A-Za-z0-9_-]{8}:[A-Za-z0-9_-]{38,}$/

export const isSealed = (value: unknown): value is Sealed => typeof value === 'string' && SEALED.test(value)

/** Which key has sealed it. */
export const keyIdOf = (sealed: Sealed): string => sealed.split(':')[1] ?? ''
