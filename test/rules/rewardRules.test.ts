import type { Day } from '@contract/calendar'
import { retentionDays } from '@contract/keeping'
import type { RewardState } from '@contract/letterbox'
import { tipMachine, type TipEvent, type TipStatus } from '@contract/tipMachine'
import { usualTipping } from '@contract/usualTipping'
import { deskAt, newVoucher, rewardShown, voucherShown, type Rewardable } from '@kernel/tips/rewardRules'

const rules = { ...usualTipping.reward, claimDays: 30, desk: '一楼大厅' }
const place = { id: 'b', level: 'building', names: ['街道', '社区', '网格', '小区', '1 号楼'] } as const
const at = { street: 's', community: 'c', grid: 'g', compound: 'k', building: 'b' }

const resultAt = new Date('2026-11-01T23:59:00+08:00')
const on = (day: Day) => new Date(`${day}T12:00:00+08:00`)
const soon = on('2026-11-02')

interface Past {
  event: TipEvent
  from?: TipStatus
  at?: Date
}

const tipIn = (status: TipStatus, past: Past[] = [], rewarded = true): Rewardable => ({
  ...{ status, at, place: { ...place, names: [...place.names] }, body: { rewarded } },
  history: past.map(({ event, from = 'seen', at = resultAt }) => ({
    event,
    from,
    at,
  })) as Rewardable['history'],
})
const confirmed = tipIn('confirmed', [{ event: 'confirm' }])
const stateOf = (tip: Rewardable, now = soon) => rewardShown(tip, null, rules, now).state

describe('the reward of a tip', () => {
  const expected: Record<TipStatus, RewardState> = {
    told: 'open',
    escalated: 'open',
    seen: 'open',
    undetermined: 'open',
    suspected: 'open',
    accused: 'open',
    confirmed: 'due',
    known: 'none',
    unfounded: 'none',
    joined: 'none',
    malicious: 'none',
    appealed: 'none',
  }
  it.each(tipMachine.statuses)('stands as its status lets the teller know: %s', (status) => {
    expect(stateOf(tipIn(status, [{ event: 'confirm' }]))).toBe(expected[status])
  })

  it('does not tell that an officer has accused, whatever was known before', () => {
    expect(stateOf(tipIn('accused', [{ event: 'accuse', from: 'suspected' }]))).toBe('open')
    const afterwards: Past[] = [{ event: 'accuse', from: 'unfounded' }, { event: 'note' }]
    expect(stateOf(tipIn('accused', afterwards))).toBe('none')
  })

  it.each<[what: string, tip: Rewardable, pieces: number]>([
    ['whose teller gets none', tipIn('told', [], false), 10],
    ['where nothing is given', confirmed, 0],
  ])('is none for one %s', (_what, tip, pieces) => {
    expect(rewardShown(tip, null, { ...rules, pieces }, soon).state).toBe('none')
  })

  it('can be claimed until the end of the last day, counted from the result at UTC+8', () => {
    expect(rewardShown(confirmed, null, rules, on('2026-12-01'))).toEqual({
      ...{ state: 'due', item: '口罩', pieces: 10, place: '社区', desk: '一楼大厅', until: '2026-12-01' },
    })
    expect(stateOf(confirmed, new Date('2026-12-01T23:59:59+08:00'))).toBe('due')
    expect(stateOf(confirmed, new Date('2026-12-02T00:00:00+08:00'))).toBe('expired')
  })

  it('counts from the last of several results', () => {
    const again = tipIn('confirmed', [
      { event: 'confirm', at: new Date('2026-09-01T00:00:00Z') },
      { event: 'reopen' },
      { event: 'confirm' },
    ])
    expect(rewardShown(again, null, rules, soon).until).toBe('2026-12-01')
  })
})

describe('a reward that was claimed', () => {
  const voucher = newVoucher('id', { at }, rules, '2026-11-05')

  it('is what the policy said then, for so many days from then', () => {
    expect(voucher).toMatchObject({ community: 'c', pieces: 10, state: 'claimed', until: '2026-12-05' })
    const other = { ...rules, pieces: 5, desk: '二楼' }
    expect(rewardShown(confirmed, voucher, other, soon)).toEqual({
      ...{ state: 'claimed', item: '口罩', pieces: 10, place: '社区', desk: '一楼大厅', until: '2026-12-05' },
    })
  })

  it('can be handed over until the end of its last day', () => {
    expect(voucherShown(voucher, '社区', on('2026-12-05')).state).toBe('claimed')
    expect(voucherShown(voucher, '社区', on('2026-12-06')).state).toBe('expired')
    const handedOver = { ...voucher, state: 'handedOver' as const }
    expect(voucherShown(handedOver, '社区', on('2026-12-06')).state).toBe('handedOver')
  })

  it('lasts as long as the tip is confirmed; what was handed over stays so', () => {
    const refuted = tipIn('unfounded', [{ event: 'confirm' }])
    expect(rewardShown(refuted, voucher, rules, soon).state).toBe('none')
    expect(rewardShown(tipIn('told', [{ event: 'confirm' }]), voucher, rules, soon).state).toBe('open')
    const handedOver = { ...voucher, state: 'handedOver' as const }
    expect(rewardShown(refuted, handedOver, rules, soon).state).toBe('handedOver')
  })

  it('is kept as long after its last day as a tip', () => {
    const days = (voucher.keepUntil.getTime() - Date.parse('2026-12-06T00:00:00+08:00')) / 86_400_000
    expect(days).toBe(retentionDays.tip)
  })
})

it.each([
  [{ district: 'd', street: 's', community: 'c', building: 'b' }, 'c'],
  [{ district: 'd', street: 's' }, 's'],
  [{ district: 'd' }, 'd'],
])('the desk for %j is that of %s', (there, desk) => {
  expect(deskAt(there)).toBe(desk)
})
