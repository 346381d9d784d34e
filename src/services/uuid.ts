const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

/** The bytes as a version 4 UUID, RFC 9562. */
export function uuidOf(bytes: Uint8Array): string {
  const digits = Array.from(bytes, hex).join('')
  const variant = ((parseInt(digits.charAt(16), 16) & 3) | 8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}
