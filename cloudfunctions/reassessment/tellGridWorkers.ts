import { minuteOf } from '@contract/calendar'
import { reassessedMessage } from '@contract/messages'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { notify } from '@kernel/notify'
import { accountToTell } from '@kernel/placeDocument'
import { livePlaces } from '@kernel/placeTree/livePlaces'

interface Work {
  account: string
  names: string[]
  cases: number
  dueAt: Date
}

/** One message for each grid worker, however many cases are put before them. */
export async function tellGridWorkers({ kind, todos }: Pick<RunDocument, 'kind' | 'todos'>): Promise<void> {
  const { title, phrase } = reassessedMessage
  for (const { account, names, cases, dueAt } of await workOf(todos)) {
    await notify('todoArrived', account, 'staff/inbox/index', {
      thing1: title(cases),
      thing2: names.join(' '),
      phrase3: phrase[kind],
      time4: minuteOf(dueAt),
    })
  }
}

/** What was found grid by grid, by whoever is responsible there now. */
async function workOf(todos: RunDocument['todos']): Promise<Work[]> {
  const grids = await livePlaces(Object.keys(todos))
  const work = new Map<string, Work>()
  for (const [id, { cases, dueAt }] of Object.entries(todos)) {
    const grid = grids.get(id)
    const account = grid && accountToTell(grid)
    if (!account) continue
    const before = work.get(account)
    work.set(account, {
      account,
      names: [...(before?.names ?? []), grid.names[grid.names.length - 1] ?? ''],
      cases: (before?.cases ?? 0) + cases,
      dueAt: before && before.dueAt < dueAt ? before.dueAt : dueAt,
    })
  }
  return [...work.values()]
}
