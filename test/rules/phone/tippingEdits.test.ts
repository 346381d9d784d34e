import type { TippingRules } from '@contract/tippingRules'
import { usualTipping } from '@contract/usualTipping'
import { blankKind, countIn, tippingChanges } from '@/staff/policy/tippingEdits'

const { kinds, reward } = usualTipping
const [first, second, ...rest] = kinds
if (!first || !second) throw new Error('there are usual kinds')

const changesTo = (after: Partial<TippingRules>) => tippingChanges(usualTipping, { kinds, reward, ...after })

describe('a new kind of tip', () => {
  it('has an id that none of the others has, even after one was removed', () => {
    const added = [...kinds, blankKind(kinds)]
    const fewer = added.slice(1)
    const ids = [...fewer, blankKind(fewer)].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a number that is typed', () => {
  it.each([
    ['12', 12],
    [' 0 ', 0],
    ['', NaN],
    ['1.5', NaN],
    ['-3', NaN],
    ['十', NaN],
  ])('%s is read as %s', (typed, count) => {
    expect(countIn(typed)).toBe(count)
  })
})

describe('what of tips and rewards is otherwise than it was', () => {
  it('is nothing where all is the same', () => {
    expect(changesTo({})).toEqual([])
  })

  it('is said of each kind that is new, gone or changed', () => {
    const gambling = { ...blankKind(kinds), name: '打牌' }
    const after = [{ ...first, urgent: true }, ...rest, gambling]
    expect(changesTo({ kinds: after })).toEqual([
      `改了“${first.name}”。`,
      '加了“打牌”。',
      `去掉了“${second.name}”。`,
    ])
  })

  it('is the order where the same kinds stand otherwise', () => {
    expect(changesTo({ kinds: [second, first, ...rest] })).toEqual(['换了先后次序。'])
  })

  it('is what the reward was and what it would be', () => {
    expect(changesTo({ reward: { ...reward, pieces: 5 } })).toEqual(['奖励从口罩 10 个改成口罩 5 个。'])
    expect(changesTo({ reward: { ...reward, pieces: 0 } })).toEqual(['奖励从口罩 10 个改成不给。'])
  })

  it.each<Partial<TippingRules['reward']>>([{ aMonth: 5 }, { claimDays: 14 }, { desk: '物业办公室' }])(
    'is how it is claimed: %j',
    (terms) => {
      expect(changesTo({ reward: { ...reward, ...terms } })).toEqual(['改了领取的次数、期限或者地点。'])
    },
  )
})
