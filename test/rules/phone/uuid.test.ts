import * as v from 'valibot'
import { submissionId } from '@contract/fields'
import { uuidOf } from '@/services/uuid'

describe('a secret of the phone', () => {
  it.each([0, 0x7f, 0xff])('made of bytes of %d is a version 4 UUID', (byte) => {
    const uuid = uuidOf(new Uint8Array(16).fill(byte))
    expect(v.safeParse(submissionId, uuid).success).toBe(true)
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('keeps every bit that a version 4 UUID leaves free', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17)
    expect(uuidOf(bytes)).toBe('00112233-4455-4677-8899-aabbccddeeff')
  })
})
