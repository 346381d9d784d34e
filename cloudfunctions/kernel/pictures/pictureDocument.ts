import { collection } from '../cloud'
import type { Sealed } from '../sealed'

/** A picture that a phone has added, as stored in `pictures`; the image itself lies cleaned in the cloud storage. */
export interface PictureDocument {
  /** Made by the phone. */
  _id: string
  /**
   * The account that may look at it and put it into a case; null for a case that belongs to no account, and, where there
   * is no case either, while it is being removed.
   */
  owner: string | null
  /** The case it belongs to; null until one has claimed it. */
  case: string | null
  /** Its id in the cloud storage. */
  file: string
  /** The keyed hash of the image: the same for the same photograph. */
  hash: string
  /** What the hash was made of, sealed: a changed key makes it anew without reading the file. */
  image: Sealed
  addedAt: Date
  /** When it is looked at whether a case has claimed it; null when that has been done. */
  checkAt: Date | null
}

/** The document that the sealed texts of a picture belong to. */
export const pictureContext = (id: string): string => `pictures/${id}`

export const pictures = collection<PictureDocument>('pictures')
