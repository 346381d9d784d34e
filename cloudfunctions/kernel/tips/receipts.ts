import { createHmac } from 'node:crypto'
import { DESK_CODE_DIGITS, RECEIPT_DIGITS } from '@contract/receipts'
import { asUuid } from '../derivedId'
import { keysIn } from '../seal'

/**
 * The keys of `SHOUWANG_RECEIPT_KEY`, the current one first. They are not those of other hashes: nobody knows a receipt
 * any more, so that its hash could not be made anew when these are changed.
 */
const keys = () => keysIn(process.env, 'SHOUWANG_RECEIPT_KEY')

/** Of the current key first. */
type OnePerKey = [string, ...string[]]

const hashesOf = (what: 'receipt' | 'voucher' | 'handOver', code: string) =>
  keys().map(({ secret }) =>
    createHmac('sha256', secret).update(`${what}\0${code}`).digest('base64url'),
  ) as OnePerKey

/**
 * The code of the letter that only its phone knows: the same letter, sent twice, has the same. Sixteen decimal digits, of
 * 128 bits of a keyed hash.
 */
export const receiptOf = (letter: string): string => receiptBy(keys()[0].secret, letter)

/** The code that was given for a letter, whose first hash was stored then: keys may have been changed since. */
export const receiptGiven = (letter: string, stored: string): string =>
  keys()
    .map(({ secret }) => receiptBy(secret, letter))
    .find((code) => receiptHashes(code).includes(stored)) ?? receiptOf(letter)

function receiptBy(secret: Buffer, letter: string): string {
  const bits = createHmac('sha256', secret).update(`letter\0${letter}`).digest('hex').slice(0, 32)
  const code = BigInt(`0x${bits}`) % 10n ** BigInt(RECEIPT_DIGITS)
  return code.toString().padStart(RECEIPT_DIGITS, '0')
}

/** What is stored of a receipt: the first of these; all of them are looked for. */
export const receiptHashes = (code: string): OnePerKey => hashesOf('receipt', code)

/** By which a reward is known: nobody who reads the database can tell of which tip. */
export const voucherHashes = (code: string): OnePerKey => hashesOf('voucher', code)

/** Of the line in the ledger: nobody who reads the database can tell of which voucher. */
export const ledgerLineIds = (code: string): OnePerKey => hashesOf('handOver', code).map(asUuid) as OnePerKey

/** Half a desk code, as a number: below this. */
const HALF = 10 ** (DESK_CODE_DIGITS / 2)

/** As many as in NIST SP 800-38G. */
const ROUNDS = Array.from({ length: 10 }, (_, round) => round)

type Halves = [left: number, right: number]

const halvesOf = (digits: string): Halves => [
  Number(digits.slice(0, DESK_CODE_DIGITS / 2)),
  Number(digits.slice(DESK_CODE_DIGITS / 2)),
]

const digitsOf = (halves: Halves): string =>
  halves.map((half) => String(half).padStart(DESK_CODE_DIGITS / 2, '0')).join('')

/** A number below {@link HALF} that nobody without the key can tell. */
function mixed(round: number, half: number): number {
  const [{ secret }] = keys()
  const bits = createHmac('sha256', secret).update(`desk\0${round}\0${half}`).digest('hex').slice(0, 12)
  return parseInt(bits, 16) % HALF
}

/**
 * The receipt as a desk is shown it: enciphered, digits into digits, so that nothing needs to be stored for it. Made with the
 * current key alone: after a change of keys the teller is shown another.
 */
export const deskCodeOf = (receipt: string): string =>
  digitsOf(
    ROUNDS.reduce<Halves>(
      ([left, right], round) => [right, (left + mixed(round, right)) % HALF],
      halvesOf(receipt.padStart(DESK_CODE_DIGITS, '0')),
    ),
  )

/** The receipt of a desk code; of digits that are none something that is no receipt, or nobody's. */
export const receiptAtDesk = (code: string): string =>
  digitsOf(
    ROUNDS.reduceRight<Halves>(
      ([left, right], round) => [(right - mixed(round, left) + HALF) % HALF, left],
      halvesOf(code),
    ),
  ).replace(new RegExp(`^0{${DESK_CODE_DIGITS - RECEIPT_DIGITS}}`), '')
