import type { Day } from '@contract/calendar'
import type { EnteredHow } from '@contract/households'
import { words } from '@/words'
import { selfReportWords } from '@/words/selfReport'
import type { Standing } from './answers'

const said = selfReportWords.send

/** What is said of a whole family, of oneself, and by staff of somebody who lives alone. */
const well = {
  all: { asBefore: said.asBefore, well: said.well },
  self: { asBefore: said.aloneAsBefore, well: said.aloneWell },
  other: { asBefore: said.otherAsBefore, well: said.otherWell },
}

/** What the large button says. `before` is the day that everything is the same as; null where something has been typed. */
export const sendWords = (
  people: number,
  how: EnteredHow,
  standing: Standing,
  before: Day | null,
  today: Day,
): string => {
  if (standing === 'toCorrect') return said.toCorrect
  if (standing === 'unwell') return people > 1 ? said.unwell : said.aloneUnwell
  const alone = how === 'self' ? 'self' : 'other'
  const wording = well[people > 1 ? 'all' : alone]
  if (before === null || before === today) return wording.well
  return wording.asBefore(words.dates.shortDay(before, today))
}
