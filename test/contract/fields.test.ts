import fc from 'fast-check'
import * as v from 'valibot'
import * as field from '@contract/fields'
import { faultsOf } from '@contract/faults'
import { identityCheckCharacter, isIdentityNumber } from '@contract/identityNumber'

const faultOf = (schema: v.GenericSchema, value: unknown) => {
  const result = v.safeParse(schema, value)
  return result.success ? null : Object.values(faultsOf(result.issues))[0]
}

describe('a name', () => {
  it.each(['张三', '欧阳小明', '买买提·艾力', 'Anna Müller', '𠮷田', "O'Neil", '阿依古丽•买买提'])(
    'may be %s',
    (name) => {
      expect(faultOf(field.name, name)).toBeNull()
    },
  )
  it.each(['张🙂', '12345', '张三1', '<b>张三</b>', '张\u200b三', '\u202e三张', '···', '张\n三😀'])(
    'may not be %p',
    (name) => {
      expect(faultOf(field.name, name)).toBe('name')
    },
  )
  it('is required, and has an end', () => {
    expect(faultOf(field.name, ' ')).toBe('required')
    expect(faultOf(field.name, '张'.repeat(41))).toBe('tooLong')
    expect(faultOf(field.name, undefined)).toBe('required')
    expect(faultOf(field.name, 7)).toBe('wrongType')
  })
})

describe('a telephone number', () => {
  it.each([
    ['13800001234', '13800001234'],
    ['138 0000 1234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['0516-83001234', '051683001234'],
    ['010-62001234', '01062001234'],
    ['+852 9123 4567', '+85291234567'],
  ])('may be typed %s', (typed, meant) => {
    expect(v.parse(field.phone, typed)).toBe(meant)
  })
  it.each(['12345678901', '1380000123', '138000012345', '110', 'abc', '+123'])('may not be %s', (typed) => {
    expect(faultOf(field.phone, typed)).toBe('phone')
  })
})

describe('a citizen identity number', () => {
  it('of the standard’s own example is right', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true)
    expect(isIdentityNumber('440524188001010014')).toBe(true)
  })
  it('with any one digit changed is wrong', () => {
    const right = '11010519491231002X'
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digit = (Number(right[place]) + step) % 10
        expect(isIdentityNumber(`${right.slice(0, place)}${digit}${right.slice(place + 1)}`)).toBe(false)
      }),
    )
  })
  it('needs a birthday that the calendar has', () => {
    const digits = '11010519490230002'
    expect(isIdentityNumber(digits + identityCheckCharacter(digits))).toBe(false)
  })
  it('may be left out; another document has its own shape', () => {
    expect(faultOf(field.identityDocument, { number: '' })).toBeNull()
    expect(faultOf(field.identityDocument, { kind: 'passport', number: 'E12345678' })).toBeNull()
    expect(faultOf(field.identityDocument, { kind: 'passport', number: '!' })).toBe('documentNumber')
  })
})

describe('a plate', () => {
  it.each(['川A12345', '川AD12345', '苏C·8888学', '示A0123D'])('may be %s', (plate) => {
    expect(faultOf(field.optionalPlate, plate)).toBeNull()
  })
  it.each(['A12345', '川12345', '川A1234', '川A1234567'])('may not be %s', (plate) => {
    expect(faultOf(field.optionalPlate, plate)).toBe('plate')
  })
})

it('no text whatever makes a schema throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const schema of [
        field.name,
        field.phone,
        field.optionalPlate,
        field.day,
        field.text(50),
        field.placeId,
      ]) {
        v.safeParse(schema, text)
      }
    }),
  )
})
