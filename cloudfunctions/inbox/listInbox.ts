import { ok } from '@contract/action'
import {
  INBOX_PAGE,
  type inboxActions,
  type InboxCursor,
  type InboxItem,
  type InboxPage,
} from '@contract/inbox'
import type { CaseKind, Urgency } from '@contract/cases'
import { isCaseRole, isReaderRole } from '@contract/roles'
import type { CheckedInputOf } from '@contract/action'
import { belowPosts, type Condition } from '@kernel/belowPosts'
import type { PostDocument } from '@kernel/caller'
import type { Case, CaseTodo } from '@kernel/caseEvents'
import { todoView } from '@kernel/caseViews'
import { collection, command } from '@kernel/cloud'
import { maskName } from '@kernel/masking'
import type { UseCase } from '@kernel/serve'

type Filters = CheckedInputOf<typeof inboxActions.list>
type OpenCase = Omit<Case, 'body' | 'history'> & { todo: CaseTodo }

const cases = collection<OpenCase>('cases')

/**
 * What must be done at my places: what cannot wait first, then the longest overdue. Three database requests: my posts, one
 * page of an index, the counts. Pages follow each other by the last line's urgency, time and id, so that new cases neither
 * repeat nor hide any.
 */
export const listInbox: UseCase<typeof inboxActions.list> = async (filters, { caller, now }) => {
  const posts = (await caller.posts()).filter(({ role }) => isReaderRole(role))
  const here = atMyPlaces(posts, filters.place, caller.openid)
  const [page, counts] = await Promise.all([
    cases
      .where(command.and([here, ...narrowed(filters, posts)]))
      .orderBy('todo.urgency', 'desc')
      .orderBy('todo.dueAt', 'asc')
      .orderBy('_id', 'asc')
      .limit(INBOX_PAGE + 1)
      .field({ body: false, history: false })
      .get(),
    countOpen(here, posts, now),
  ])
  const items = page.data.slice(0, INBOX_PAGE)
  return ok({ items: items.map(itemView), next: cursorAfter(page.data, items), counts })
}

// Whatever is open can wait at least so much; what is not open has no urgency at all, and so is not in the index's range.
const CAN_WAIT: Urgency = 0

/**
 * Open cases below any of my places, and below the chosen one: a place that is not mine simply has none. My own are
 * for somebody else to handle.
 */
function atMyPlaces(posts: PostDocument[], chosen: Filters['place'], me: string): Condition {
  const open = { 'todo.urgency': command.gte(CAN_WAIT), deletion: null }
  const others = { owner: command.neq(me) }
  const below = chosen ? [{ [`at.${chosen.level}`]: chosen.id }] : []
  return command.and([...below, belowEach(posts), open, others]) as unknown as Condition
}

/** Below a post lies only what its role reads: whoever looks after one building is told of no tip about it. */
function belowEach(posts: readonly PostDocument[]): Condition {
  const [all, some] = [posts.filter(readsTips), posts.filter((post) => !readsTips(post))]
  const withoutTips = [belowPosts(some), { kind: command.neq(TIP) }]
  if (some.length === 0) return belowPosts(all)
  if (all.length === 0) return command.and(withoutTips) as unknown as Condition
  return command.or([belowPosts(all), command.and(withoutTips)]) as unknown as Condition
}

const TIP: CaseKind = 'tip'

const readsTips = ({ role }: PostDocument): boolean => isCaseRole(role)

function narrowed({ kind, status, text, mine, after }: Filters, posts: PostDocument[]): Condition[] {
  const conditions: Condition[] = []
  if (kind) conditions.push({ kind })
  if (status) conditions.push({ status })
  if (text) conditions.push({ 'subject.display': named(text) })
  if (mine) conditions.push({ 'todo.assignee.id': command.in(posts.map(({ _id }) => _id)) })
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

async function countOpen(here: Condition, posts: PostDocument[], now: Date): Promise<InboxPage['counts']> {
  const $ = command.aggregate
  const howMany = (condition: unknown) => $.sum($.cond({ if: condition, then: 1, else: 0 }))
  const { list } = await cases
    .aggregate()
    .match(here)
    .group({
      _id: null,
      open: $.sum(1),
      overdue: howMany($.lt(['$todo.dueAt', now])),
      mine: howMany($.in(['$todo.assignee.id', posts.map(({ _id }) => _id)])),
      waitingForResident: howMany($.eq(['$todo.role', 'owner'])),
    })
    .end()
  const count = (name: string) => Number(list[0]?.[name] ?? 0)
  return {
    open: count('open'),
    overdue: count('overdue'),
    mine: count('mine'),
    waitingForResident: count('waitingForResident'),
  }
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
