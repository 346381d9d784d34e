/** Rows of pixels from the top; true is dark. */
export type Bitmap = readonly (readonly boolean[])[]

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A stored block of RFC 1951 is no longer than this. */
const BLOCK = 0xffff

const bytesOf32 = (number: number): number[] => [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff)
const bytesOf16 = (number: number): number[] => [number & 0xff, (number >>> 8) & 0xff]

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let remainder = index
  for (let bit = 0; bit < 8; bit += 1)
    remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1
  return remainder
})

const crc32 = (bytes: readonly number[]): number =>
  bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), -1) ^ -1

function adler32(bytes: readonly number[]): number {
  let low = 1
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return ((high << 16) | low) >>> 0
}

function chunk(name: string, data: readonly number[]): number[] {
  const named = [...Array.from(name, (letter) => letter.charCodeAt(0)), ...data]
  return [...bytesOf32(data.length), ...named, ...bytesOf32(crc32(named))]
}

/** RFC 1950, without packing anything: a few kilobytes are not worth a library. */
function zlib(data: readonly number[]): number[] {
  const blocks: number[][] = []
  for (let at = 0; at < data.length; at += BLOCK) {
    const part = data.slice(at, at + BLOCK)
    const isLast = at + BLOCK >= data.length
    blocks.push([isLast ? 1 : 0, ...bytesOf16(part.length), ...bytesOf16(~part.length), ...part])
  }
  return [0x78, 0x01, ...blocks.flat(), ...bytesOf32(adler32(data))]
}

/** One bit a pixel, light is 1; each row begins with its filter, none. */
function packed(row: readonly boolean[]): number[] {
  const bytes = [0]
  for (let at = 0; at < row.length; at += 8) {
    let byte = 0
    for (let bit = 0; bit < 8; bit += 1) byte = (byte << 1) | (row[at + bit] ? 0 : 1)
    bytes.push(byte)
  }
  return bytes
}

/** A picture in black and white as a PNG, https://www.w3.org/TR/png-3/. WeChat draws one only through a canvas. */
export function pngOf(rows: Bitmap): number[] {
  const header = [...bytesOf32(rows[0]?.length ?? 0), ...bytesOf32(rows.length), 1, 0, 0, 0, 0]
  return [
    ...SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('IDAT', zlib(rows.flatMap(packed))),
    ...chunk('IEND', []),
  ]
}
