import * as v from 'valibot'
import { fault } from './faults'

/** Decimal digits of a receipt: 10^16 codes are 53.1 bits. */
export const RECEIPT_DIGITS = 16

/** Sixteen digits in groups of four, as people read them out. */
export const inFours = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ')

/** The digits of what was typed or scanned, full-width ones too, whatever stands between them; '' where there are none. */
export const receiptDigits = (typed: string): string =>
  typed
    .replace(/[\uff10-\uff19]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\D/g, '')

/** Of what is shown at a desk: longer, so that a receipt shown there by mistake is known before it is sent anywhere. */
export const DESK_CODE_DIGITS = 18

/** The code that a teller is shown once, and that is all by which they come back. */
export const receipt = v.pipe(
  v.string(),
  v.maxLength(60, fault('receipt')),
  v.transform(receiptDigits),
  v.nonEmpty(fault('required')),
  v.check((digits) => digits.length === RECEIPT_DIGITS, fault('receipt')),
)

/**
 * What a desk scans instead of the receipt. Both lead to the same reward, but with a receipt whoever stands at the desk
 * could read what was told by whoever stands before it, and say in their place that they have got it.
 */
export const deskCode = v.pipe(
  v.string(),
  v.maxLength(60, fault('deskCode')),
  v.transform(receiptDigits),
  v.nonEmpty(fault('required')),
  v.check((digits) => digits.length !== RECEIPT_DIGITS, fault('receiptAtDesk')),
  v.check((digits) => digits.length === DESK_CODE_DIGITS, fault('deskCode')),
)
