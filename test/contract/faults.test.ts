import * as v from 'valibot'
import { faultsOf } from '@contract/faults'

const faultsIn = (value: unknown) =>
  faultsOf(v.safeParse(v.strictObject({ name: v.string() }), value).issues ?? [])

describe('the faults of an input', () => {
  it('name a missing and an unknown field', () => {
    expect(faultsIn({ surprise: 1 })).toEqual({ name: 'required', surprise: 'unknownField' })
  })

  it('do not grow with how long the name of an unknown field is', () => {
    expect(faultsIn({ name: '', ['因'.repeat(50_000)]: 1 })).toEqual({ ['因'.repeat(100)]: 'unknownField' })
  })

  it('name a field called __proto__ as any other', () => {
    const faults = faultsIn(JSON.parse('{"name":"","__proto__":1}'))
    expect(JSON.stringify(faults)).toBe('{"__proto__":"unknownField"}')
  })
})
