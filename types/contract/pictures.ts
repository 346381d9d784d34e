import * as v from 'valibot'
import { action } from './action'
import type { CaseKind, Instant } from './cases'
import { fault } from './faults'
import * as field from './fields'

/** A picture larger than this is not taken. */
export const PICTURE_BYTES = 10 * 1024 * 1024

/**
 * An account with so many pictures that belong to no case gets no further one taken; what no case has claimed is removed
 * after a day. Whoever registers a hundred people on the telephone in one day, and takes every fourth picture anew,
 * stays below.
 */
export const UNCLAIMED_PICTURES = 30

/** Where a phone puts a picture for the function to take it from: a path of the cloud storage. */
export const incomingPath = (picture: string): string => `incoming/${picture}`

export interface PictureAdded {
  picture: string
}

/** Where a picture can be looked at, for a few minutes. */
export interface PictureAddress {
  picture: string
  address: string
  until: Instant
}

/** Another case with a picture of this one. */
export interface PictureTwin {
  case: string
  kind: CaseKind
  /** Masked: 张*三. */
  display: string
}

/** Where else the pictures of a case were used: at the reader's places by name, at other places by number only. */
export interface PictureTwins {
  here: PictureTwin[]
  elsewhere: number
}

/** A file id as WeChat writes it: `cloud://<environment>.<bucket>/<path>`. */
export const incomingFile = v.pipe(
  v.string(),
  v.regex(/^cloud:\/\/[\w.-]+\/incoming\/[0-9a-f-]{36}$/, fault('pictureMissing')),
)

export const picturesActions = {
  /** Takes a picture that the phone has put at its `incomingPath`; nobody but the phone knows of it until a form names it. */
  add: action<PictureAdded>()({
    access: { who: 'anyone' },
    input: v.pipe(
      v.strictObject({ picture: field.pictureId, file: incomingFile }),
      v.forward(
        v.check(({ picture, file }) => file.endsWith(`/${incomingPath(picture)}`), fault('pictureMissing')),
        ['file'],
      ),
    ),
  }),
  /** One's own picture. */
  show: action<PictureAddress>()({
    access: { who: 'anyone' },
    input: v.strictObject({ picture: field.pictureId }),
  }),
}
