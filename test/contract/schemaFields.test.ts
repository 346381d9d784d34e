import * as v from 'valibot'
import * as field from '@contract/fields'
import { fieldsOf, holds, valuesAt } from '@contract/schemaFields'

const family = v.strictObject({
  door: v.pipe(field.text(40), holds('address')),
  people: field.listOf(v.strictObject({ name: field.name, note: v.optional(field.text(20)) }), 5),
  test: v.optional(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('none') }),
      v.strictObject({ kind: v.literal('done'), where: field.saidText(20) }),
    ]),
  ),
  words: field.sought(20),
})

describe('what is known of the fields of a schema', () => {
  it('finds them in lists, behind what may be missing, and in each variant', () => {
    expect(fieldsOf(family)).toEqual([
      { path: 'door', written: true, personal: 'address' },
      { path: 'people.*.name', personal: 'name' },
      { path: 'people.*.note', written: true },
      { path: 'test.where', written: true },
    ])
  })

  it('leaves the schema as strict as it was', () => {
    expect(v.safeParse(family, { door: '', people: [{ name: '1' }], words: '' }).success).toBe(false)
    expect(v.parse(field.text(5), undefined)).toBe('')
  })
})

describe('what stands at a path', () => {
  const said = { people: [{ note: 'a' }, { note: 'b' }, null], door: 'c' }

  it('names each item of a list', () => {
    expect(valuesAt(said, 'people.*.note')).toEqual([
      { path: 'people.0.note', value: 'a' },
      { path: 'people.1.note', value: 'b' },
    ])
  })

  it('is nothing below what is not there', () => {
    expect(valuesAt(said, 'door.detail')).toEqual([])
    expect(valuesAt(null, 'door')).toEqual([])
  })
})
