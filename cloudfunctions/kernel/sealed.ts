/** Ciphertext of a name, number, address or of what somebody said: `sealed:<key id>:<base64url>`. */
export type Sealed = string & { readonly sealed: unique symbol }

export const PREFIX = 'sealed'

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'string' && value.startsWith(`${PREFIX}:`)
