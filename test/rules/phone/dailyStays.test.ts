import type { PersonReportDraft } from '@contract/selfReport'
import {
  changeStay,
  companionsOf,
  daysOf,
  hasRoom,
  onDays,
  toggleCompanion,
  type Stay,
} from '@/pages/daily/report/stays'

const today = '2026-11-22'
const stay: Stay = { region: '110105', detail: '', first: today, last: today }

const person = (id: string, been: Stay[]): PersonReportDraft => ({
  person: id,
  temperature: '',
  symptoms: [],
  contacts: [],
  been,
  test: null,
  note: '',
})

const family = () => [person('ming', [stay]), person('mother', [])]

describe('where one of the family has been', () => {
  it('is said of whoever went along with one tap, and unsaid with another', () => {
    const together = toggleCompanion(family(), stay, 'mother')
    expect(companionsOf(together, stay)).toEqual(['ming', 'mother'])
    expect(companionsOf(toggleCompanion(together, stay, 'mother'), stay)).toEqual(['ming'])
  })

  it('is corrected for all who were there', () => {
    const together = toggleCompanion(family(), stay, 'mother')
    const corrected = { ...stay, detail: '望京街道' }
    expect(companionsOf(changeStay(together, stay, corrected), corrected)).toEqual(['ming', 'mother'])
  })

  it('is not said a sixth time', () => {
    const full = Array.from({ length: 5 }, (_, day) => ({ ...stay, region: `11010${day}` }))
    const people = [person('ming', [stay]), person('mother', full)]
    expect(hasRoom(people[1]!)).toBe(false)
    expect(toggleCompanion(people, stay, 'mother')).toEqual(people)
  })

  it.each([
    ['today', '2026-11-22'],
    ['yesterday', '2026-11-21'],
    ['other', '2026-11-20'],
  ] as const)('was %s, and is read again as that', (days, day) => {
    const chosen = onDays(stay, days, today)
    expect([chosen.first, chosen.last, daysOf(chosen, today)]).toEqual([day, day, days])
  })

  it('lasted for days where the first and the last differ', () => {
    expect(daysOf({ ...stay, first: '2026-11-21' }, today)).toBe('other')
  })
})
