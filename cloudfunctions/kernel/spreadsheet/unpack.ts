import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'

/** Real sheets of 20,000 lines unpack to some 15 MB. */
const UNPACKED_BYTES = 60 * 1024 * 1024

/** Of what is packed; a thousand times as much may come out of it. */
const CHUNK_BYTES = 16 * 1024

/** The XML files of a packed spreadsheet, by name. */
export type Entries = Map<string, Uint8Array>

/**
 * Unpacks bit by bit and counts, because a ZIP file may say what it likes about the size of what it holds.
 * Throws on what is no ZIP file.
 */
export function unpack(packed: Uint8Array): Entries | 'tooLarge' {
  const chunks = new Map<string, Uint8Array[]>()
  let size = 0
  const unzip = new Unzip((file: UnzipFile) => {
    if (!/\.(xml|rels)$/.test(file.name)) return
    const content: Uint8Array[] = []
    chunks.set(file.name, content)
    file.ondata = (fault, data) => {
      if (fault) throw fault
      size += data.length
      if (size <= UNPACKED_BYTES) content.push(data)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
    const end = at + CHUNK_BYTES
    unzip.push(packed.subarray(at, end), end >= packed.length)
    if (size > UNPACKED_BYTES) return 'tooLarge'
  }
  return new Map([...chunks].map(([name, content]) => [name, Buffer.concat(content)]))
}
