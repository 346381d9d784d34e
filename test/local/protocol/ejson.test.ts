import { readEjson, readEjsonObject } from '../../../local/protocol/ejson'
import { RequestFault } from '../../../local/protocol/fault'

const now = new Date(5_000)

describe('EJSON', () => {
  it.each<[text: string, value: unknown]>([
    ['{"a":{"$numberInt":"5"}}', { a: 5 }],
    ['{"a":{"$numberLong":"-5"}}', { a: -5 }],
    ['{"a":{"$numberDouble":"0.5"}}', { a: 0.5 }],
    ['{"a":{"$numberDouble":"-Infinity"}}', { a: -Infinity }],
    ['{"a":{"$numberDouble":"NaN"}}', { a: NaN }],
    ['{"a":{"$date":{"$numberLong":"1000"}}}', { a: new Date(1000) }],
    ['{"a":{"$date":"1970-01-01T00:00:01Z"}}', { a: new Date(1000) }],
    ['{"a":{"$oid":"5f0000000000000000000001"}}', { a: '5f0000000000000000000001' }],
    ['{"a":{"$regularExpression":{"pattern":"^x","options":"i"}}}', { a: /^x/i }],
    ['{"a":{"$tcb_server_date":{"offset":{"$numberInt":"-1000"}}}}', { a: new Date(4_000) }],
    ['{"a":[{"$numberInt":"1"},[{"$date":{"$numberLong":"0"}}]]}', { a: [1, [new Date(0)]] }],
    ['{"$and":[{"a":{"$gt":{"$numberInt":"1"}}}]}', { $and: [{ a: { $gt: 1 } }] }],
    ['{"a":{"$gt":1,"$date":2}}', { a: { $gt: 1, $date: 2 } }],
    ['"$field"', '$field'],
  ])('reads %s', (text, value) => {
    expect(readEjson(text, now)).toEqual(value)
  })

  it('drops the flags of a regular expression that would make it remember', () => {
    const { a } = readEjsonObject('{"a":{"$regularExpression":{"pattern":"x","options":"gimsuy"}}}', now)
    expect((a as RegExp).flags).toBe('ims')
  })

  it('reads an empty text as an empty filter', () => {
    expect(readEjsonObject('', now)).toEqual({})
  })

  it.each([
    ['no JSON', '{"a":'],
    ['a date that is none', '{"a":{"$date":"tomorrow"}}'],
    ['a number that is none', '{"a":{"$numberInt":"five"}}'],
    [
      'a regular expression that does not compile',
      '{"a":{"$regularExpression":{"pattern":"(","options":""}}}',
    ],
    ['a regular expression without a pattern', '{"a":{"$regularExpression":"x"}}'],
    ['a key that is a prototype', '{"__proto__":{"admin":true}}'],
    ['a path into a prototype', '{"$set":{"a.constructor.prototype.admin":true}}'],
    ['101 levels of nesting', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`],
    ['a million levels of nesting', '['.repeat(1e6) + ']'.repeat(1e6)],
  ])('refuses %s as a wrong parameter', (_what, text) => {
    expect(() => readEjson(text, now)).toThrow(RequestFault)
  })

  it.each(['[]', 'null', '"text"', '5'])('refuses %s where an object belongs', (text) => {
    expect(() => readEjsonObject(text, now)).toThrow(RequestFault)
  })
})
