import { dayOf } from '@contract/calendar'
import type { Todo } from '@contract/cases'
import { words } from '@/words'
import { handlingWords } from '@/words/handling'

export interface Due {
  late: boolean
  /** 超期 2 小时, 今天 15:30 前, 等居民到 明天 10:00. */
  text: string
}

/** How urgent something is, in words. */
export const dueOf = ({ role, dueAt }: Pick<Todo, 'role' | 'dueAt'>, now: Date): Due => {
  const said = handlingWords.due
  const lateBy = now.getTime() - new Date(dueAt).getTime()
  const waiting = role === 'owner'
  if (lateBy > 0) {
    const duration = words.dates.duration(lateBy)
    return { late: true, text: waiting ? said.waitingOverdue(duration) : said.overdue(duration) }
  }
  const moment = words.dates.instant(dueAt, dayOf(now))
  return { late: false, text: waiting ? said.waitingUntil(moment) : said.dueBy(moment) }
}
