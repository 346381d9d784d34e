import * as v from 'valibot'
import { action } from './action'
import { addDays, type Day } from './calendar'
import type { Instant } from './cases'
import { fault } from './faults'
import * as field from './fields'
import { PICTURE_BYTES, incomingFile, incomingPath, type PictureAdded, type PictureAddress } from './pictures'
import { receipt } from './receipts'
import type { TipKind, RewardRules } from './tippingRules'

export { PICTURE_BYTES, incomingPath }

/**
 * Every so many minutes the letterbox is emptied, in an order by chance: what stands in the database and in the storage
 * afterwards tells neither when within these minutes something was told nor in which order. See docs/decisions/0017.
 */
export const LETTERBOX_MINUTES = 10

export const tipLimits = {
  words: 500,
  pictures: 6,
  where: 60,
  /** Days that lie between what was seen and when it is told. */
  daysAgo: 14,
  /** Of one account in a day. */
  tipsADay: 5,
  lettersADay: 30,
  /** What is added to one tip, by whoever has its receipt: it stands in one document. */
  lettersOfATip: 100,
  picturesADay: 30,
  /** Of one community in an hour: from then on only from accounts that have told nothing that day. */
  tipsAnHourAtAPlace: 60,
  /** Codes that are no receipt, in an hour: of one account; and, where an account has named more than two, of one network and in all. */
  wrongOfADevice: 10,
  wrongOfANetwork: 100,
  wrongInAll: 1000,
} as const

/** At what time of the day something was seen. */
export const dayParts = ['night', 'morning', 'noon', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** What the phone needs to ask for a tip at a place. */
export interface TipQuestions {
  kinds: TipKind[]
  reward: RewardRules
}

/**
 * Why a tip gets no reward whatever comes of it. It is told the teller this once, and kept nowhere. That it is about the
 * teller's own household is asked when the reward is claimed (`rewardOwnHousehold`), and not of whoever tells something.
 */
export type NoReward = 'declined' | 'onDuty'

/** The receipt; shown once, known to nobody afterwards. */
export interface TipTold {
  receipt: string
  noReward: NoReward | null
}

/** One thing that happened, in the words for tellers (src/words). */
export interface TellerEntry {
  /** To {@link LETTERBOX_MINUTES}, where the teller did it. */
  at: Instant
  what: TellerHappening
  /** The question of staff, or what the teller has said; null where there is nothing to read. */
  words: string | null
  pictures: number
}

export const tellerHappenings = [
  'tell',
  'see',
  'ask',
  'add',
  'join',
  'confirm',
  'alreadyKnown',
  'refute',
  'leaveOpen',
  'reopen',
  'condemn',
  'appeal',
  'uphold',
  'pardon',
] as const
export type TellerHappening = (typeof tellerHappenings)[number]

/** Where it stands, as tellers are told. `waiting`: still in the letterbox. */
export const tellerStatuses = [
  'waiting',
  'told',
  'seen',
  'confirmed',
  'known',
  'unfounded',
  'undetermined',
  'malicious',
  'appealed',
] as const
export type TellerStatus = (typeof tellerStatuses)[number]

/**
 * How it stands with the reward. `due`: it can be claimed; `claimed`: the desk may scan; `handedOver`: the desk says it has
 * been given; `received`: the teller says so too.
 */
export const rewardStates = ['none', 'open', 'due', 'claimed', 'handedOver', 'received', 'expired'] as const
export type RewardState = (typeof rewardStates)[number]

export interface RewardShown {
  state: RewardState
  item: string
  pieces: number
  /** The community at whose desk it is handed over. */
  place: string
  desk: string
  /** The last day on which it can be claimed or, once it is, handed over; null while that is not known. */
  until: Day | null
}

/** What somebody with the receipt is shown. */
export interface FollowedTip {
  status: TellerStatus
  kind: string
  /** Names from the compound down, as residents know the place. */
  place: string
  timeline: TellerEntry[]
  /** The latest question that nothing has been added after; null where there is none. */
  question: string | null
  canAppeal: boolean
  /** Letters of this teller that are still in the letterbox. */
  underway: number
  reward: RewardShown
  /** What the desk takes, while it may hand the reward over; null otherwise. */
  deskCode: string | null
}

const seen = (today: Day) =>
  v.strictObject({
    on: v.pipe(
      field.day,
      v.check((on) => on <= today, fault('dayInFuture')),
      v.check((on) => on >= addDays(today, -tipLimits.daysAgo), fault('dayTooLongAgo')),
    ),
    part: v.optional(v.nullable(v.picklist(dayParts)), null),
  })

/** Never stored as it is: the receipt, the tip and its pictures follow from it, and only the phone knows it. */
const letter = field.submissionId

const pictures = v.optional(field.listOf(field.pictureId, tipLimits.pictures), [])

const anyone = { who: 'anyone' } as const

/** Beside a doubtful text kernel/serve would keep whose it is; a tip is read by a person in any case. */
const contentCheck = 'byItself'

export const letterboxActions = {
  /** What can be told at a place, and what it is worth there. */
  questions: action<TipQuestions>()({ access: anyone, input: v.strictObject({ place: field.placeId }) }),
  /** Takes a picture that belongs to a letter still being written. */
  addPicture: action<PictureAdded>()({
    access: anyone,
    input: v.pipe(
      v.strictObject({ picture: field.pictureId, file: incomingFile, letter }),
      v.forward(
        v.check(({ picture, file }) => file.endsWith(`/${incomingPath(picture)}`), fault('pictureMissing')),
        ['file'],
      ),
    ),
  }),
  /** A picture of a letter still being written. */
  showPicture: action<PictureAddress>()({
    access: anyone,
    input: v.strictObject({ picture: field.pictureId, letter }),
  }),
  tell: action<TipTold>()({
    access: anyone,
    contentCheck,
    input: (today) =>
      v.strictObject({
        letter,
        kind: v.pipe(v.string(), v.nonEmpty(fault('required')), v.maxLength(30, fault('notAChoice'))),
        place: field.placeId,
        /** In words: which door, beside what. */
        where: field.text(tipLimits.where),
        seen: seen(today),
        words: field.saidText(tipLimits.words),
        plate: field.optionalPlate,
        pictures,
        wantsReward: v.optional(v.boolean(), true),
      }),
  }),
  /** With the receipt, and nothing else. */
  follow: action<FollowedTip>()({ access: anyone, input: v.strictObject({ receipt }) }),
  /** An answer, or what else was seen. */
  add: action<null>()({
    access: anyone,
    contentCheck,
    input: v.pipe(
      v.strictObject({ receipt, letter, words: field.text(tipLimits.words), pictures }),
      v.forward(
        v.check(({ words, pictures: added }) => words !== '' || added.length > 0, fault('required')),
        ['words'],
      ),
    ),
  }),
  /** Against what two officers have said. Once. */
  appeal: action<null>()({
    access: anyone,
    contentCheck,
    input: v.strictObject({ receipt, letter, words: field.saidText(tipLimits.words) }),
  }),
}
