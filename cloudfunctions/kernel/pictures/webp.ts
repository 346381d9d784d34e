import { MOST_PIECES, type Parts, type PictureFormat } from './format'
import { orientationIn, tiffOf, UPRIGHT } from './orientation'

/** `RIFF`, a size, `WEBP`. */
const HEAD = 12
const CHUNK_HEAD = 8

const ALPHA_FLAG = 0x10
const EXIF_FLAG = 0x08

/** Chunks have an even length; what fills one up is not copied but written anew. */
const chunk = (name: string, data: Buffer): Buffer => {
  const written = Buffer.alloc(CHUNK_HEAD + data.length + (data.length % 2))
  written.write(name, 'latin1')
  written.writeUInt32LE(data.length, 4)
  data.copy(written, CHUNK_HEAD)
  return written
}

const nameOf = (written: Buffer): string => written.toString('latin1', 0, 4)

type Size = Pick<Parts, 'width' | 'height'>

/** Where the size stands in each of the two codings: RFC 6386, 9.1, and RFC 9649, 3.4. */
const sizeIn: Record<string, (data: Buffer) => Size | null> = {
  'VP8 ': (data) =>
    data.length < 10 ? null : { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff },
  VP8L: (data) =>
    data.length < 5 || data[0] !== 0x2f
      ? null
      : { width: (data.readUInt32LE(1) & 0x3fff) + 1, height: ((data.readUInt32LE(1) >>> 14) & 0x3fff) + 1 },
}

const read = (bytes: Buffer): Parts | null => {
  const parts: Parts = { width: 0, height: 0, orientation: UPRIGHT, image: [] }
  // What follows behind the size that the file gives itself is not part of it.
  const whole = CHUNK_HEAD + bytes.readUInt32LE(4)
  if (whole > bytes.length) return null
  for (let at = HEAD; at + CHUNK_HEAD <= whole;) {
    const name = bytes.toString('latin1', at, at + 4)
    const end = at + CHUNK_HEAD + bytes.readUInt32LE(at + 4)
    if (end > whole || parts.image.length > MOST_PIECES) return null
    const data = bytes.subarray(at + CHUNK_HEAD, end)
    const size = sizeIn[name]?.(data)
    // A second image would be a film.
    if (size && parts.width === 0) Object.assign(parts, size)
    else if (size !== undefined) return null
    if (name === 'ALPH' || size) parts.image.push(chunk(name, data))
    if (name === 'EXIF') parts.orientation = orientationOf(data)
    at = end + (data.length % 2)
  }
  return parts.width * parts.height > 0 ? parts : null
}

const EXIF_NAME = 'Exif\0\0'

/** Some programs put JPEG's name before the TIFF block. */
const orientationOf = (data: Buffer): number =>
  orientationIn(data.toString('latin1', 0, 6) === EXIF_NAME ? data.subarray(EXIF_NAME.length) : data)

const isTransparent = (image: Buffer): boolean =>
  nameOf(image) === 'ALPH' ||
  (nameOf(image) === 'VP8L' && (image.readUInt32LE(CHUNK_HEAD + 1) & (1 << 28)) !== 0)

/** RFC 9649, 2.7: needed only where there is more than one plain image. */
const extended = ({ width, height, orientation, image }: Parts): Buffer => {
  const data = Buffer.alloc(10)
  data[0] = (image.some(isTransparent) ? ALPHA_FLAG : 0) | (orientation === UPRIGHT ? 0 : EXIF_FLAG)
  data.writeUIntLE(width - 1, 4, 3)
  data.writeUIntLE(height - 1, 7, 3)
  return chunk('VP8X', data)
}

/** Without EXIF, XMP, colour profiles and whatever chunks anybody has made up. */
export const webp: PictureFormat = {
  recognises: (bytes) =>
    bytes.length > HEAD && nameOf(bytes) === 'RIFF' && bytes.toString('latin1', 8, HEAD) === 'WEBP',
  read,
  write: (parts) => {
    const turned = parts.orientation === UPRIGHT ? [] : [chunk('EXIF', tiffOf(parts.orientation))]
    const isPlain = turned.length === 0 && parts.image.length === 1
    const chunks = [...(isPlain ? [] : [extended(parts)]), ...parts.image, ...turned]
    return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]))
  },
}
