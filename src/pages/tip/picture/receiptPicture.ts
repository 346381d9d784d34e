import { encode } from 'uqr'
import { inFours } from '@contract/receipts'
import { base64Of } from './base64'
import { lineOfDigits } from './digits'
import { pngOf, type Bitmap } from './png'

/** What {@link codePicture} and {@link receiptPicture} are, before base64. */
export const PICTURE_TYPE = 'image/png'

/** Light all around, in modules: what ISO/IEC 18004 asks for. */
const BORDER = 4

/** Pixels of a module on the screen; and in what is saved, which may be printed. */
const ON_SCREEN = 8
const SAVED = 16

/** Pixels for one of a digit's shape, and the light below a line of them. */
const DIGIT = 8
const BELOW = 32

const codeOf = (digits: string): Bitmap => encode(digits, { ecc: 'H', border: BORDER }).data

const enlarged = (rows: Bitmap, times: number): Bitmap =>
  rows.flatMap((row) => {
    const wide = row.flatMap((pixel) => Array.from({ length: times }, () => pixel))
    return Array.from({ length: times }, () => wide)
  })

const light = (width: number): boolean[] => Array.from({ length: width }, () => false)

const centred = (rows: Bitmap, width: number): Bitmap =>
  rows.map((row) => {
    const before = Math.floor((width - row.length) / 2)
    return [...light(before), ...row, ...light(width - row.length - before)]
  })

const below = (rows: number, width: number): Bitmap => Array.from({ length: rows }, () => light(width))

/** The QR code of a receipt, base64. It holds the sixteen digits and nothing else. */
export const codePicture = (digits: string): string => base64Of(pngOf(enlarged(codeOf(digits), ON_SCREEN)))

/**
 * What goes into the album, base64: the QR code and below it the digits. It does not say what it is for, because an album is
 * shown around.
 */
export function receiptPicture(digits: string): string {
  const code = enlarged(codeOf(digits), SAVED)
  const width = code.length
  const groups = inFours(digits).split(' ')
  const lines = [groups.slice(0, 2), groups.slice(2)].flatMap((line) => [
    ...centred(enlarged(lineOfDigits(line.join(' ')), DIGIT), width),
    ...below(BELOW, width),
  ])
  return base64Of(pngOf([...code, ...lines]))
}
