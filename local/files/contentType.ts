/** How many first bytes of a file tell its type. */
export const telltaleBytes = 12

/** What anything is called that is no picture known here: a browser saves it, and never runs it. */
export const unknownType = 'application/octet-stream'

/** The type of a file by its first bytes, whatever its name says. Only pictures that browsers show are told apart. */
export function contentTypeOf(start: Buffer): string {
  const text = start.toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif'
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'image/webp'
  return unknownType
}
