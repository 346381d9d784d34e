import { daysBetween, type Day } from '@contract/calendar'
import type { Basis, Outcome } from '@contract/outcome'
import { words, type Reader } from '@/words'
import { outcomeWords } from '@/words/outcome'
import { hasPassed } from './outcomeSentences'

const said = outcomeWords.why

export interface WhyOf {
  outcome: Outcome
  /** Names of the official codes in the answers. */
  regions: Record<string, string>
  reader: Reader
  today: Day
}

/** 四川省成都市锦江区: in a sentence the names stand together. */
const together = (names: string): string => names.replace(/\s/g, '')

/** Why an outcome is what it is, in sentences; none where staff chose it by hand. Readable long after. */
export function whyOf({ outcome, regions, reader, today }: WhyOf): string[] {
  const { basis } = outcome
  if (!basis) return []
  return [
    whereFrom(basis, { regions, reader, today }),
    ...counted(outcome, basis, today),
    ...(reader === 'staff' ? forStaff(basis, today) : []),
    said.rule(basis.policy.name, basis.policy.number, basis.rule.name),
    ...(basis.list ? [said.edition(basis.list.number)] : []),
  ].filter(Boolean)
}

type Reading = Omit<WhyOf, 'outcome'>

/** Where they were by the county that they named, with the part of it that was at risk. */
const stayOf = ({ exposure: { stay, near, area }, place }: Basis, { regions, reader, today }: Reading) => {
  const county = regions[stay.region]
  const within = near === 'area' ? (area?.name ?? '') : ''
  return {
    reader,
    day: words.dates.date(stay.last, today),
    where: together(county === undefined ? place : county + within),
    through: stay.through,
    isAhead: stay.last > today,
  }
}

/** 您5月3日离开四川省成都市锦江区；该地从5月1日起为中风险。名单5月2日公布，来源：…。 */
function whereFrom(basis: Basis, reading: Reading): string {
  const { exposure, list, place } = basis
  const stayed = stayOf(basis, reading)
  const { area, near } = exposure
  const published = list && words.dates.date(list.publishedOn, reading.today)
  const source = published === null ? '' : said.listed(published, list?.source ?? '')
  if (near === 'abroad') return said.fromAbroad(stayed)
  if (area && near) return said.fromArea(stayed, near, together(place), riskOf(area, reading.today)) + source
  const elsewhere = said.fromElsewhere(stayed)
  return elsewhere + (published === null ? said.noList : said.notListed(published, list?.source ?? ''))
}

const riskOf = ({ from, until, level }: NonNullable<Basis['exposure']['area']>, today: Day): string =>
  said.atRisk(words.dates.date(from, today), until && words.dates.date(until, today), level)

/** From which day the days are counted, and how many of them are left on arriving. */
function counted(outcome: Outcome, { counted, exposure }: Basis, today: Day): string[] {
  if (counted.days === 0) return []
  const { from, days } = outcome
  const since = words.dates.date(counted.since, today)
  const isLeftLater = counted.from === 'leaving' && counted.since < exposure.stay.last
  const sort = isLeftLater ? 'atRisk' : counted.from
  if (days === 0) return [said.allPassed(sort, since, counted.days)]
  if (hasPassed(outcome)) return [said.partlyPassed(sort, since)]
  if (from === counted.since) return [said.counted(sort, since, counted.days)]
  return [said.countedLeft(sort, since, counted.days, words.dates.date(from, today), days)]
}

/** What the one whose case it is does not read: how days are judged, what to look into, what to ask. */
function forStaff({ judgedOn, exposure, rule, possible }: Basis, today: Day): string[] {
  const days = Math.max(0, daysBetween(exposure.on, judgedOn))
  const judged = words.dates.date(judgedOn, today)
  const isLeftLater = exposure.on < exposure.stay.last
  const places = possible.map(({ place, level }) => said.possiblePlace(together(place), level))
  return [
    isLeftLater
      ? said.judgedFrom(words.dates.date(exposure.on, today), judged, days)
      : said.judgedOn(judged, days),
    rule.staff,
    ...(places.length > 0 ? [said.possible(places.join(words.app.list))] : []),
  ]
}
