import { addDays, dayOf, type Day } from '@contract/calendar'
import type { TestResult, Vaccination } from '@contract/returneeAnswers'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

const said = staffWords.policy

/** Somebody made up, to see what the rules make of them. */
export interface Trying {
  from: { region: string; names: string }
  /** Where in that county, as a resident would write it; '' for not said. */
  detail: string
  leftOn: Day
  arrivesOn: Day
  hasSymptoms: boolean
  test: TestResult
  vaccination: Vaccination
}

/** The same while it is being filled in: null until a county is chosen. */
export type Begun = Omit<Trying, 'from'> & { from: Trying['from'] | null }

/** How many are kept to be tried again. */
export const MOST_KEPT = 5

/** Left two days ago, arrived today. */
export const noExample = (now: Date): Begun => ({
  from: null,
  detail: '',
  leftOn: addDays(dayOf(now), -2),
  arrivesOn: dayOf(now),
  hasSymptoms: false,
  test: 'negative',
  vaccination: 'unknown',
})

export const isComplete = (begun: Begun): begun is Trying => begun.from !== null

/** Nobody arrives before leaving. */
export const leavingOn = ({ arrivesOn }: Begun, leftOn: Day): Pick<Begun, 'leftOn' | 'arrivesOn'> => ({
  leftOn,
  arrivesOn: arrivesOn < leftOn ? leftOn : arrivesOn,
})

/** As the function takes it. */
export const exampleOf = ({ from, detail, ...rest }: Trying) => ({
  ...rest,
  from: { region: from.region, detail: detail.trim() },
  passed: [],
})

/** 11月20日离开四川省 成都市 武侯区，11月22日到达 · 检测阴性: somebody made up, in a line. */
export function tryingText(trying: Trying, today: Day): string {
  const { from, detail, leftOn, arrivesOn, hasSymptoms, test, vaccination } = trying
  const day = (one: Day) => words.dates.date(one, today)
  return [
    said.tryOut.told(day(leftOn), `${from.names} ${detail}`.trim(), day(arrivesOn)),
    hasSymptoms ? said.circumstances.symptoms : '',
    said.circumstances.test[test],
    vaccination === 'unknown' ? '' : said.circumstances.vaccination[vaccination],
  ]
    .filter(Boolean)
    .join(said.and)
}

/** With one more to be kept, once; the earliest goes when there are too many. */
export const keeping = (kept: readonly Trying[], one: Trying): Trying[] =>
  [...without(kept, one), one].slice(-MOST_KEPT)

export const without = (kept: readonly Trying[], one: Trying): Trying[] =>
  kept.filter((other) => !isSame(other, one))

export const isSame = (one: Trying, other: Trying): boolean =>
  JSON.stringify(exampleOf(one)) === JSON.stringify(exampleOf(other))
