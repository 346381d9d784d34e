import * as v from 'valibot'
import { readTemperature, temperature } from '@contract/temperature'

const faultOf = (typed: string): string | undefined => v.safeParse(temperature, typed).issues?.[0].message

describe('a temperature as people type it', () => {
  it.each([
    ['36.5', 36.5],
    ['365', 36.5],
    ['36。5', 36.5],
    ['36，5', 36.5],
    ['36,5', 36.5],
    ['36、5', 36.5],
    ['36·5', 36.5],
    ['３６．５', 36.5],
    ['３６５', 36.5],
    ['36.5℃', 36.5],
    ['36.5 °C', 36.5],
    ['36.5度', 36.5],
    ['36度5', 36.5],
    [' 36 . 5 ', 36.5],
    ['37', 37],
    ['37.', 37],
    ['37.0', 37],
  ])('%s', (typed, meant) => {
    expect(readTemperature(typed)).toBe(meant)
    expect(v.parse(temperature, typed)).toBe(meant)
  })

  it('left blank was not measured', () => {
    expect(v.parse(temperature, '  ')).toBeNull()
  })

  it.each(['abc', '3650', '36.55', '3', '-36.5', '36.5.5', '三十七', '1e2', '36.5 37.5', '0x25'])(
    '%s cannot be read',
    (typed) => {
      expect(faultOf(typed)).toBe('temperature')
    },
  )

  it.each(['45', '12', '33.9', '43', '430', '98.6', '00'])('%s is asked again', (typed) => {
    expect(faultOf(typed)).toBe('temperatureUnlikely')
  })

  it.each(['34', '42.9'])('%s is the last that may be', (typed) => {
    expect(faultOf(typed)).toBeUndefined()
  })

  it('of ten thousand digits is refused before it is read', () => {
    expect(faultOf('3'.repeat(10_000))).toBe('temperature')
  })
})
