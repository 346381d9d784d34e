import { MOST_PIECES, type Parts, type PictureFormat } from './format'
import { orientationIn, tiffOf, UPRIGHT } from './orientation'

// Markers of ISO/IEC 10918-1, table B.1; each is an 0xff and this code.
const END = 0xd9
const SCAN = 0xda
const EXIF = 0xe1
const ADOBE = 0xee
const TABLES = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd]

const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)

/** Codes that begin no segment: stuffing, restarts inside a scan, fill. */
const isInsideScan = (code: number): boolean =>
  code <= 0x01 || code === 0xff || (code >= 0xd0 && code <= 0xd7)

/** Where the code of the next segment's marker stands; -1 when there is none. */
const nextMarker = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (!isInsideScan(bytes[at + 1] ?? 0)) return at + 1
  }
  return -1
}

const EXIF_NAME = 'Exif\0\0'
const ADOBE_NAME = 'Adobe'

const startsWith = (payload: Buffer, name: string): boolean =>
  payload.toString('latin1', 0, name.length) === name

const segment = (code: number, payload: Buffer): Buffer => {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

/** Adobe's segment says how the colours are stored; its version and flags are left out. */
const adobe = (payload: Buffer): Buffer => {
  const plain = Buffer.alloc(12)
  plain.write(ADOBE_NAME, 'latin1')
  plain[11] = payload[11] ?? 0
  return segment(ADOBE, plain)
}

const read = (bytes: Buffer): Parts | null => {
  const parts: Parts = { width: 0, height: 0, orientation: UPRIGHT, image: [] }
  let isScanned = false
  for (let at = nextMarker(bytes, 2); at >= 0;) {
    const code = bytes[at] ?? 0
    // What follows the end (a film, a second picture, anybody's notes) is never looked at.
    if (code === END) return isScanned && parts.width * parts.height > 0 ? parts : null
    if (at + 3 > bytes.length || parts.image.length > MOST_PIECES) return null
    const end = at + 1 + bytes.readUInt16BE(at + 1)
    const payload = bytes.subarray(at + 3, end)
    const next = nextMarker(bytes, end)
    if (isFrame(code)) {
      if (parts.width > 0 || payload.length < 6) return null
      parts.height = payload.readUInt16BE(1)
      parts.width = payload.readUInt16BE(3)
    }
    if (isFrame(code) || TABLES.includes(code)) parts.image.push(segment(code, payload))
    if (code === ADOBE && startsWith(payload, ADOBE_NAME)) parts.image.push(adobe(payload))
    if (code === EXIF && startsWith(payload, EXIF_NAME)) {
      parts.orientation = orientationIn(payload.subarray(EXIF_NAME.length))
    }
    if (code === SCAN) {
      isScanned = true
      parts.image.push(segment(code, payload), bytes.subarray(end, next - 1))
    }
    at = next
  }
  return null
}

/** Without APP segments (EXIF, XMP, IPTC, thumbnails, further pictures) and comments. */
export const jpeg: PictureFormat = {
  recognises: (bytes) => bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff,
  read,
  write: ({ orientation, image }) => {
    const exif = segment(EXIF, Buffer.concat([Buffer.from(EXIF_NAME, 'latin1'), tiffOf(orientation)]))
    const turned = orientation === UPRIGHT ? [] : [exif]
    return Buffer.concat([Buffer.from([0xff, 0xd8]), ...turned, ...image, Buffer.from([0xff, END])])
  },
}
