import type { Deed } from '@/components/staff/DeedSheets'
import { attemptAt } from '@/staff/case/attempt'

const deed: Deed = { event: 'ask', words: '车次是多少' }
const first = attemptAt(deed, null, () => 'first')

describe('sending a deed', () => {
  it('gives it an id', () => {
    expect(first).toEqual({ deed, submission: 'first' })
  })

  it('keeps the id when the same is sent again, so that it is done once', () => {
    expect(attemptAt({ ...deed }, first, () => 'second').submission).toBe('first')
  })

  it.each<Deed>([
    { event: 'ask', words: '车次和座位是多少' },
    { event: 'note', words: '车次是多少' },
  ])('takes a new id when it is another one: %o', (other) => {
    expect(attemptAt(other, first, () => 'second')).toEqual({ deed: other, submission: 'second' })
  })
})
