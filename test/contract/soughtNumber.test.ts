import * as v from 'valibot'
import { faultsOf } from '@contract/faults'
import { soughtNumber } from '@contract/soughtNumber'

describe('a number that is looked for', () => {
  it.each([
    ['a mobile number', '13800001234', { kind: 'phone', value: '13800001234' }],
    ['one with the country code and spaces', ' +86 138 0000 1234', { kind: 'phone', value: '13800001234' }],
    ['one in full-width digits', '１３８００００１２３４', { kind: 'phone', value: '13800001234' }],
    ['a number at home', '028-87654321', { kind: 'phone', value: '02887654321' }],
    ['an identity number', '11010519491231002x', { kind: 'document', value: '11010519491231002X' }],
    ['one with spaces', '110105 19491231 002X', { kind: 'document', value: '11010519491231002X' }],
    ['a passport', 'e12345678', { kind: 'document', value: 'E12345678' }],
  ])('is %s', (_title, typed, expected) => {
    expect(v.parse(soughtNumber, typed)).toEqual(expected)
  })

  it.each([
    ['nothing', '  ', 'required'],
    ['the end of a number', '1234', 'soughtNumber'],
    ['a name', '方小棠', 'soughtNumber'],
    ['a mistyped identity number', '110105194912310021', 'soughtNumber'],
    ['a whole letter', '1'.repeat(41), 'tooLong'],
  ])('is not %s', (_title, typed, fault) => {
    const { issues } = v.safeParse(soughtNumber, typed)
    expect(faultsOf(issues ?? [])).toEqual({ '': fault })
  })
})
