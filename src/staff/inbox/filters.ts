import type { InputOf } from '@contract'
import type { CaseKind, Instant } from '@contract/cases'
import type { inboxActions, InboxCursor, InboxItem } from '@contract/inbox'
import type { Level } from '@contract/roles'
import type { Tile } from '@/components/staff/InboxTiles'

type ListInput = InputOf<typeof inboxActions.list>

/** What the inbox shows. */
export interface InboxFilters {
  overdueOnly: boolean
  mine: boolean
  kind?: CaseKind
  status?: string
  /** A place below mine. */
  place?: { level: Level; id: string }
  text: string
}

export const noFilters: InboxFilters = { overdueOnly: false, mine: false, text: '' }

type TileFilters = Pick<InboxFilters, 'overdueOnly' | 'mine' | 'status'>

const filtersOfTile: Record<Tile, TileFilters> = {
  open: { overdueOnly: false, mine: false, status: undefined },
  overdue: { overdueOnly: true, mine: false, status: undefined },
  mine: { overdueOnly: false, mine: true, status: undefined },
  waiting: { overdueOnly: false, mine: false, status: 'asked' },
}

export const withTile = (filters: InboxFilters, tile: Tile): InboxFilters => ({
  ...filters,
  ...filtersOfTile[tile],
})

/** The tile whose cases are shown; none when the filters say something that no tile says. */
export const tileOf = ({ overdueOnly, mine, status }: InboxFilters): Tile | undefined =>
  (Object.keys(filtersOfTile) as Tile[]).find((tile) => {
    const its = filtersOfTile[tile]
    return its.overdueOnly === overdueOnly && its.mine === mine && its.status === status
  })

/** How many of the filters behind the button are set. */
export const filterCount = ({ kind, status, place }: InboxFilters): number =>
  [kind, status, place].filter((set) => set !== undefined).length

export const isFiltered = (filters: InboxFilters): boolean =>
  tileOf(filters) !== 'open' || filterCount(filters) > 0 || filters.text !== ''

/** What the function is asked for. It need not know "overdue only": of what can wait and what cannot, overdue ones come first. */
export const inputOf = (
  { mine, kind, status, place, text }: InboxFilters,
  after?: InboxCursor,
): ListInput => ({
  mine,
  kind,
  status,
  place,
  text,
  after,
})

interface Page {
  items: InboxItem[]
}

const isOverdue =
  (now: Instant) =>
  ({ todo }: InboxItem): boolean =>
    todo.dueAt < now

/** What to show of the pages, each case once: between two pages one may have moved. */
export const shownOf = (pages: readonly Page[], overdueOnly: boolean, now: Instant): InboxItem[] => {
  const byId = new Map(pages.flatMap(({ items }) => items).map((item) => [item.id, item]))
  const items = [...byId.values()]
  return overdueOnly ? items.filter(isOverdue(now)) : items
}

/** Whether the page after these may hold something to show: behind what cannot wait, what can may be overdue. */
export const mayContinue = (pages: readonly Page[], overdueOnly: boolean, now: Instant): boolean =>
  !overdueOnly || pages.every(({ items }) => items.every((item) => item.urgency > 0 || isOverdue(now)(item)))
