const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** RFC 4648. WeChat has a function for it that is no longer looked after, and the browser another. */
export function base64Of(bytes: readonly number[]): string {
  const fours: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const given = Math.min(3, bytes.length - at)
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const letters = [18, 12, 6, 0].map((shift) => LETTERS.charAt((bits >>> shift) & 63)).join('')
    fours.push(letters.slice(0, given + 1).padEnd(4, '='))
  }
  return fours.join('')
}
