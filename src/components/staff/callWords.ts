import type { Day } from '@contract/calendar'
import type { CallLine } from '@contract/calls'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

const said = staffWords.calling

/** 今天 10:05 网格员王秀英打过，没人接. */
export const callSentence = ({ at, by, isVisit, result }: CallLine, today: Day): string =>
  (isVisit ? said.visitLine : said.line)(
    words.dates.instant(at, today),
    said.who(words.registration.role[by.role], by.name),
    result ? (isVisit ? said.visitResult : said.result)[result] : said.noResult,
  )
