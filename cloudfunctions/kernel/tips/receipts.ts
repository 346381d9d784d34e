import { createHmac } from 'node:crypto'
import { RECEIPT_DIGITS } from '@contract/receipts'
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
export function receiptOf(letter: string): string {
  const [{ secret }] = keys()
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
