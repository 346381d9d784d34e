import { tipMachine, type TipEvent, type TipStatus } from '@contract/tipMachine'
import { tipWorkWords } from '@/words/tipWork'
import { doorIn } from '@/staffTips/tip/doorIn'
import { footerDeeds } from '@/staffTips/tip/footerDeeds'
import { deedsOf, joiningOf } from '@/staffTips/tip/tipDeed'

const tip = (id: string, status: TipStatus, toldAt: string) => ({ id, version: 3, status, toldAt })

describe('what staff can do to a tip', () => {
  it('is one deed for all that a visit can end with', () => {
    expect(deedsOf(['ask', 'confirm', 'refute', 'note'])).toEqual(['visit', 'ask', 'note'])
  })

  it('leaves out what the page does by itself or in another way', () => {
    expect(deedsOf(['see', 'join', 'add', 'escalate'])).toEqual([])
  })

  it('stands in reach of the thumb while it is open, and no more when it has ended', () => {
    const events: TipEvent[] = ['ask', 'refute', 'accuse', 'reopen']
    expect(footerDeeds({ status: 'seen', events, waitsForMe: true })).toEqual(['ask', 'visit', 'accuse'])
    expect(
      footerDeeds({ status: 'unfounded', events: ['accuse', 'reopen', 'note'], waitsForMe: false }),
    ).toEqual([])
  })

  it('is taken over by a tap of somebody for whom it does not wait, and by opening it of whoever it waits for', () => {
    const told = { status: 'told', events: ['see', 'ask'] as TipEvent[] } as const
    expect(footerDeeds({ ...told, waitsForMe: false })).toEqual(['ask', 'see'])
    expect(footerDeeds({ ...told, waitsForMe: true })).toEqual(['ask'])
  })

  it.each(Object.keys(tipMachine.events))('is told in a sentence of its own: %s', (event) => {
    expect(tipWorkWords.happened).toHaveProperty(event)
  })
})

describe('of two tips about the same', () => {
  const early = tip('early', 'seen', '2026-11-20T02:00:00.000Z')
  const late = tip('late', 'told', '2026-11-20T03:00:00.000Z')

  it('the one that was told first goes on, whichever is looked at', () => {
    const joining = { case: 'late', version: 3, into: 'early' }
    expect(joiningOf(late, early)).toEqual(joining)
    expect(joiningOf(early, late)).toEqual(joining)
  })

  it('told within the same minutes, the one that is looked at goes on', () => {
    const same = { ...late, toldAt: early.toldAt }
    expect(joiningOf(same, early)).toMatchObject({ case: 'early', into: 'late' })
  })

  it('the open one is joined to the one that has a result', () => {
    const closed = { ...late, status: 'unfounded' as const }
    expect(joiningOf(early, closed)).toMatchObject({ case: 'early', into: 'late' })
  })

  it.each(['joined', 'suspected', 'accused', 'malicious', 'appealed'] as const)(
    'none is joined to one that is %s',
    (status) => {
      expect(joiningOf(late, { ...early, status })).toBeNull()
    },
  )
})

describe('what a tip says of where goes into a registration', () => {
  it.each(['2 单元 501', '3-2-602', '12号楼2单元301室', 'B座 1801'])('as the door: %s', (where) => {
    expect(doorIn(where)).toBe(where)
  })

  it.each(['', '地下车库', '我家楼上 501', '3 号楼门口', '5'.repeat(41)])('not at all: %s', (where) => {
    expect(doorIn(where)).toBe('')
  })
})
