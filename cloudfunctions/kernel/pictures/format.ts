/** What is left of a picture when everything that is not picture has been taken out. */
export interface Parts {
  width: number
  height: number
  /** See {@link UPRIGHT}. */
  orientation: number
  /** The pieces of the file that make up the image, in their order, and nothing else. */
  image: Buffer[]
}

/**
 * More pieces are not read: no program cuts a picture of 10 MB so small, and a file of empty pieces would fill the
 * function's memory.
 */
export const MOST_PIECES = 10_000

/** A kind of picture file. */
export interface PictureFormat {
  /** By its first bytes; a name says nothing. */
  recognises(bytes: Buffer): boolean
  /** null when the file is not whole, or of more pieces than {@link MOST_PIECES}. */
  read(bytes: Buffer): Parts | null
  /** A file of these parts alone; of everything else it was read with only the orientation is there again. */
  write(parts: Parts): Buffer
}
