import { randomBytes, randomInt } from 'node:crypto'
import { DESK_CODE_DIGITS, RECEIPT_DIGITS } from '@contract/receipts'
import { deskCodeOf, receiptAtDesk } from '@kernel/tips/receipts'

const anotherKey = (): void => {
  process.env.SHOUWANG_RECEIPT_KEY = randomBytes(32).toString('base64url')
}
beforeAll(anotherKey)

const receipts = [
  '0'.repeat(RECEIPT_DIGITS),
  '9'.repeat(RECEIPT_DIGITS),
  ...Array.from({ length: 200 }, () =>
    Array.from({ length: RECEIPT_DIGITS }, () => String(randomInt(10))).join(''),
  ),
]

describe('a desk code', () => {
  it('leads back to its receipt, by the same key alone', () => {
    const codes = receipts.map(deskCodeOf)
    expect(codes.map(receiptAtDesk)).toEqual(receipts)
    expect(codes.every((code) => code.length === DESK_CODE_DIGITS)).toBe(true)
    anotherKey()
    expect(codes.map(receiptAtDesk).filter((receipt) => receipts.includes(receipt))).toEqual([])
  })

  it('of the next receipt has nothing in common with it', () => {
    const codes = ['1234567812345678', '1234567812345679'].map(deskCodeOf)
    const halves = codes.flatMap((code) => [code.slice(0, 9), code.slice(9)])
    expect(new Set(halves).size).toBe(4)
  })
})
