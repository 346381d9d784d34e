import { ok, type CheckedInputOf } from '@contract/action'
import {
  INBOX_PAGE,
  type inboxActions,
  type InboxCounts,
  type InboxCursor,
  type InboxItem,
  type InboxPage,
} from '@contract/inbox'
import { isReaderRole } from '@contract/roles'
import type { Condition } from '@kernel/belowPosts'
import type { PostDocument } from '@kernel/caller'
import type { Case, CaseTodo } from '@kernel/caseEvents'
import { todoView } from '@kernel/caseViews'
import { collection, command } from '@kernel/cloud'
import { maskName } from '@kernel/masking'
import type { UseCase } from '@kernel/serve'
import { atMyPlaces, CAN_WAIT, handedTo, type Mine } from './atMyPlaces'
import { countOpen } from './countOpen'

type Filters = CheckedInputOf<typeof inboxActions.list>
type OpenCase = Omit<Case, 'body' | 'history'> & { todo: CaseTodo }

const cases = collection<OpenCase>('cases')

/**
 * What must be done at my places: what cannot wait first, then the longest overdue. Two database requests where all of it is on
 * one page, my posts and that page: the counts follow from it. Four where it is not, five where more is overdue than it
 * shows. Pages follow each other by the last line's
 * urgency, time and id, so that new cases neither repeat nor hide any.
 */
export const listInbox: UseCase<typeof inboxActions.list> = async (filters, { caller, now }) => {
  const mine = {
    posts: (await caller.posts()).filter(({ role }) => isReaderRole(role)),
    openid: caller.openid,
  }
  const reading = cases
    .where(command.and([atMyPlaces(mine, filters.place), ...narrowed(filters, mine)]))
    .orderBy('todo.urgency', 'desc')
    .orderBy('todo.dueAt', 'asc')
    .orderBy('_id', 'asc')
    .limit(INBOX_PAGE + 1)
    .field({ body: false, history: false })
    .get()
  const counting = !filters.after && isNarrowed(filters) ? countOpen(mine, filters.place, null, now) : null
  const [{ data }, counted] = await Promise.all([reading, counting])
  const items = data.slice(0, INBOX_PAGE)
  const page = { items: items.map(itemView), next: cursorAfter(data, items) }
  if (filters.after || counted) return ok({ ...page, counts: counted })
  const counts = page.next
    ? await countOpen(mine, filters.place, overdueOn(items, now), now)
    : countsOf(items, mine.posts, now)
  return ok({ ...page, counts })
}

/** Whether the list leaves out what the counts have in them. */
const isNarrowed = ({ kind, status, text, mine }: Filters): boolean =>
  [kind, status, text, mine].some(Boolean)

function narrowed({ kind, status, text, mine, after }: Filters, { posts }: Mine): Condition[] {
  const conditions: Condition[] = []
  if (kind) conditions.push({ kind })
  if (status) conditions.push({ status })
  if (text) conditions.push({ 'subject.display': named(text) })
  if (mine) conditions.push(handedTo(posts))
  if (after) conditions.push(command.or(following(after)) as unknown as Condition)
  return conditions
}

/** What comes behind a line; nothing open is less urgent than what can wait. */
function following({ urgency, dueAt, id }: InboxCursor): Condition[] {
  const due = new Date(dueAt)
  const asUrgent = { 'todo.urgency': urgency }
  const behind = [
    { ...asUrgent, 'todo.dueAt': command.gt(due) },
    { ...asUrgent, 'todo.dueAt': due, _id: command.gt(id) },
  ]
  return urgency === CAN_WAIT ? behind : [...behind, { 'todo.urgency': CAN_WAIT }]
}

/** Only masked names are searched: a whole name is masked first, a single character or a masked name is looked for in them. */
const named = (text: string): RegExp => {
  const pattern = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${pattern(text)}|^${pattern(maskName(text))}$`)
}

/** Of a list that is there as a whole. */
const countsOf = (items: readonly OpenCase[], posts: readonly PostDocument[], now: Date): InboxCounts => {
  const howMany = (isCounted: (todo: CaseTodo) => boolean) =>
    items.filter(({ todo }) => isCounted(todo)).length
  return {
    open: items.length,
    overdue: howMany(({ dueAt }) => dueAt < now),
    mine: howMany(({ assignee }) => posts.some(({ _id }) => _id === assignee?.id)),
    waitingForResident: howMany(({ role }) => role === 'owner'),
  }
}

/** How much is overdue, where a first page shows the end of it; null where more may be on the next. */
function overdueOn(items: readonly OpenCase[], now: Date): number | null {
  const last = items.at(-1)
  if (last?.todo.urgency !== CAN_WAIT || last.todo.dueAt < now) return null
  return items.filter(({ todo }) => todo.dueAt < now).length
}

const itemView = ({
  _id,
  kind,
  status,
  version,
  openedAt,
  subject,
  place,
  todo,
  brief,
}: OpenCase): InboxItem => ({
  id: _id,
  kind,
  status,
  version,
  openedAt: openedAt.toISOString(),
  display: subject.display,
  place,
  todo: todoView(todo),
  urgency: todo.urgency,
  brief,
})

const cursorAfter = (found: OpenCase[], shown: OpenCase[]): InboxPage['next'] => {
  const last = shown.at(-1)
  return last && found.length > shown.length
    ? { urgency: last.todo.urgency, dueAt: last.todo.dueAt.toISOString(), id: last._id }
    : null
}
