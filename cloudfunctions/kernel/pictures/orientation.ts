/** How a picture is to be turned to stand upright, 1 to 8 as EXIF counts: 1 is as it is, 6 a telephone held upright. */
export const UPRIGHT = 1

const TAG = 0x0112
const SHORT = 3

/**
 * The orientation said in a TIFF block, as EXIF has one inside.
 * Source: EXIF 2.32 (CIPA DC-008), 4.6.2 and 4.6.4.
 */
export const orientationIn = (tiff: Buffer): number => {
  const little = tiff.toString('latin1', 0, 4) === 'II*\0'
  if (!little && tiff.toString('latin1', 0, 4) !== 'MM\0*') return UPRIGHT
  const short = (at: number): number => {
    if (at + 2 > tiff.length) return 0
    return little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  }
  if (tiff.length < 8) return UPRIGHT
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Array.from({ length: short(directory) }, (_, index) => directory + 2 + 12 * index)
  const said = entries.find((at) => short(at) === TAG)
  const orientation = said === undefined ? UPRIGHT : short(said + 8)
  return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT
}

/** A TIFF block that says the orientation and nothing else. */
export const tiffOf = (orientation: number): Buffer => {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(TAG, 10)
  tiff.writeUInt16LE(SHORT, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  return tiff
}
