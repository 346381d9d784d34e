import type { FieldFault } from '@contract/faults'
import { PICTURE_BYTES } from '@contract/pictures'
import type { PictureFormat } from './format'
import { jpeg } from './jpeg'
import { png } from './png'
import { webp } from './webp'

export type PictureFault = Extract<
  FieldFault,
  'pictureTooLarge' | 'pictureHeic' | 'pictureKind' | 'pictureUnreadable'
>

export type Cleaned =
  | {
      ok: true
      bytes: Buffer
      /** What one sees of it: the same for the same photograph, whatever else was written into the file. */
      image: Buffer
    }
  | { ok: false; fault: PictureFault }

/** More would not fit into a telephone's memory, however small the file: 50 megapixels are 200 MB. */
const MOST_PIXELS = 50_000_000

const formats: PictureFormat[] = [jpeg, png, webp]

/** ISO/IEC 23008-12: the brand of a file as iPhones store photographs. */
const isHeic = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 4, 8) === 'ftyp' &&
  /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(bytes.toString('latin1', 8, 12))

const refused = (fault: PictureFault): Cleaned => ({ ok: false, fault })

/**
 * The picture without anything that tells where, when or with what it was taken: a new file of those pieces that make
 * up the image, and its orientation. JPEG, PNG and WebP by their content, at most 10 MB.
 */
export const cleanPicture = (bytes: Buffer): Cleaned => {
  if (bytes.length > PICTURE_BYTES) return refused('pictureTooLarge')
  const format = formats.find((one) => one.recognises(bytes))
  if (!format) return refused(isHeic(bytes) ? 'pictureHeic' : 'pictureKind')
  const parts = format.read(bytes)
  if (!parts) return refused('pictureUnreadable')
  if (parts.width * parts.height > MOST_PIXELS) return refused('pictureTooLarge')
  return { ok: true, bytes: format.write(parts), image: Buffer.concat(parts.image) }
}
