import * as v from 'valibot'
import { fault } from './faults'
import * as field from './fields'

/** What a confirmed tip opens: the registration of whoever has come back, or nothing of its own. */
export const tipFollowUps = ['registration', 'nothing'] as const
export type TipFollowUp = (typeof tipFollowUps)[number]

export const tippingLimits = {
  kinds: 10,
  pieces: 100,
  aMonth: 31,
  claimDays: { least: 7, most: 60 },
} as const

const count = (least: number, most: number) =>
  v.pipe(
    v.number(fault('wrongType')),
    v.integer(fault('wrongType')),
    v.minValue(least, fault('outOfRange')),
    v.maxValue(most, fault('outOfRange')),
  )

/** What neighbours can tell of, as the phone shows it and lists call it. */
export const tipKind = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]{1,29}$/, fault('notAChoice'))),
  name: field.saidText(12),
  example: field.text(60),
  /** Goes before what can wait. */
  urgent: v.boolean(),
  opens: v.picklist(tipFollowUps),
})

export type TipKind = v.InferOutput<typeof tipKind>

/** What is told of, and what it is worth: a part of every policy. */
export const tippingRules = v.strictObject({
  kinds: v.pipe(
    field.listOf(tipKind, tippingLimits.kinds),
    v.nonEmpty(fault('required')),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, fault('repeated')),
  ),
  reward: v.strictObject({
    /** What is handed over, such as 口罩. */
    item: field.saidText(10),
    /** For one tip; 0 where nothing is given. */
    pieces: count(0, tippingLimits.pieces),
    /** Rewards that one account can claim in a calendar month. */
    aMonth: count(1, tippingLimits.aMonth),
    /** Days after the result in which it can be claimed. */
    claimDays: count(tippingLimits.claimDays.least, tippingLimits.claimDays.most),
    /** Where and when it is handed over; '' for the community's desk. */
    desk: field.text(60),
  }),
})

export type TippingRules = v.InferOutput<typeof tippingRules>
export type RewardRules = TippingRules['reward']
