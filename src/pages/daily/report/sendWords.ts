import type { Day } from '@contract/calendar'
import { words } from '@/words'
import { selfReportWords } from '@/words/selfReport'
import type { Standing } from './answers'

const said = selfReportWords.send

/** What the large button says. `before` is the day that everything is the same as; null where something has been typed. */
export const sendWords = (people: number, standing: Standing, before: Day | null, today: Day): string => {
  if (standing === 'toCorrect') return said.toCorrect
  if (standing === 'unwell') return people > 1 ? said.unwell : said.aloneUnwell
  if (before === null || before === today) return people > 1 ? said.well : said.aloneWell
  const when = words.dates.shortDay(before, today)
  return people > 1 ? said.asBefore(when) : said.aloneAsBefore(when)
}
