import { MOST_PIECES, type Parts, type PictureFormat } from './format'
import { orientationIn, tiffOf, UPRIGHT } from './orientation'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** Around the data of a chunk: its length and name before, a checksum behind. */
const HEAD = 8
const CHECKSUM = 4
/** Width and height come first in the first chunk. */
const HEADER = 13

const IMAGE = ['IHDR', 'PLTE', 'tRNS', 'IDAT']

/** CRC-32 as of the PNG specification, annex D; Node.js has its own only from 20.15. */
const checksum = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const written = Buffer.alloc(4 + named.length + CHECKSUM)
  written.writeUInt32BE(data.length)
  named.copy(written, 4)
  written.writeUInt32BE(checksum(named), 4 + named.length)
  return written
}

const read = (bytes: Buffer): Parts | null => {
  const parts: Parts = { width: 0, height: 0, orientation: UPRIGHT, image: [] }
  let hasData = false
  for (let at = SIGNATURE.length; at + HEAD + CHECKSUM <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + HEAD)
    const end = at + HEAD + length + CHECKSUM
    const data = bytes.subarray(at + HEAD, end - CHECKSUM)
    if (name === 'IEND') return hasData && parts.width * parts.height > 0 ? parts : null
    if (parts.image.length > MOST_PIECES) return null
    if (end > bytes.length || (parts.image.length === 0) !== (name === 'IHDR')) return null
    if (name === 'IHDR') {
      if (length !== HEADER) return null
      parts.width = data.readUInt32BE(0)
      parts.height = data.readUInt32BE(4)
    }
    if (name === 'eXIf') parts.orientation = orientationIn(data)
    if (IMAGE.includes(name)) parts.image.push(bytes.subarray(at, end))
    hasData ||= name === 'IDAT'
    at = end
  }
  return null
}

/** Without texts, times, EXIF, colour profiles, animation, and whatever chunks anybody has made up. */
export const png: PictureFormat = {
  recognises: (bytes) => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE),
  read,
  write: ({ orientation, image: [header = Buffer.alloc(0), ...rest] }) => {
    const turned = orientation === UPRIGHT ? [] : [chunk('eXIf', tiffOf(orientation))]
    return Buffer.concat([SIGNATURE, header, ...turned, ...rest, chunk('IEND', Buffer.alloc(0))])
  },
}
