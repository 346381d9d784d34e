import { minuteOf } from '@contract/calendar'
import { reassessedMessage } from '@contract/messages'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { notify } from '@kernel/notify'
import { accountToTell, type PlaceDocument } from '@kernel/placeDocument'
import { livePlaces } from '@kernel/placeTree/livePlaces'

/** At once; a slow WeChat makes each last for seconds. */
const AT_ONCE = 10

/** The database gives no more at once. */
const GRIDS_AT_ONCE = 1000

type Todos = RunDocument['todos']

interface Work {
  account: string
  names: string[]
  cases: number
  dueAt: Date
}

/** One message for each grid worker, however many cases are put before them. */
export async function tellOfTodos(
  { kind }: Pick<RunDocument, 'kind'>,
  works: readonly Work[],
): Promise<void> {
  const { title, phrase } = reassessedMessage
  const tell = ({ account, names, cases, dueAt }: Work) =>
    notify('todoArrived', account, 'staff/inbox/index', {
      thing1: title(cases),
      thing2: names.join(' '),
      phrase3: phrase[kind],
      time4: minuteOf(dueAt),
    })
  await Promise.all(works.map(tell))
}

/** What was found grid by grid, by the next few who are responsible there now; and what is left for others. */
export async function nextToTell(todos: Todos): Promise<{ works: Work[]; left: Todos }> {
  const grids = await gridsOf(Object.keys(todos))
  const works = new Map<string, Work>()
  const left: Todos = {}
  for (const [id, { cases, dueAt }] of Object.entries(todos)) {
    const grid = grids.get(id)
    const account = grid && accountToTell(grid)
    if (!account) continue
    const before = works.get(account)
    if (!before && works.size === AT_ONCE) {
      left[id] = { cases, dueAt }
      continue
    }
    works.set(account, {
      account,
      names: [...(before?.names ?? []), grid.names[grid.names.length - 1] ?? ''],
      cases: (before?.cases ?? 0) + cases,
      dueAt: before && before.dueAt < dueAt ? before.dueAt : dueAt,
    })
  }
  return { works: [...works.values()], left }
}

async function gridsOf(ids: readonly string[]): Promise<Map<string, PlaceDocument>> {
  const grids = new Map<string, PlaceDocument>()
  for (let first = 0; first < ids.length; first += GRIDS_AT_ONCE)
    for (const [id, grid] of await livePlaces(ids.slice(first, first + GRIDS_AT_ONCE))) grids.set(id, grid)
  return grids
}
