import { ok, type CheckedInputOf } from '@contract/action'
import { LOOKS_PAGE, type looksActions, type LookPage } from '@contract/looks'
import { isKeeperRole, rolesBelow, type At, type Level } from '@contract/roles'
import { covers } from '@kernel/caller'
import { belowPosts, type Condition } from '@kernel/belowPosts'
import { collection, command } from '@kernel/cloud'
import type { LookAlertCase } from '@kernel/lookAlerts'
import type { LookDocument } from '@kernel/looks'
import { findPlace } from '@kernel/places'
import type { Context, UseCase } from '@kernel/serve'
import { lookView } from './lookView'

type After = CheckedInputOf<typeof looksActions.list>['after']

const ALERTS_AT_MOST = 50

/** Looks at my place and below it, by staff below me, the latest first. Two database requests, for administrators three on the first page. */
export const listLooks: UseCase<typeof looksActions.list> = async ({ place: id, post, after }, context) => {
  const place = await findPlace(id, context.now)
  const watched = place && (await watchedAt(place.at, context))
  if (!place || !watched) return ok({ items: [], next: null, alerts: [] })
  const here: Condition = { [`at.${place.level}`]: place._id, 'by.role': command.in(watched) }
  const [found, alerts] = await Promise.all([
    collection<LookDocument>('looks')
      .where(command.and([here, ...(post ? [{ 'by.post': post }] : []), ...following(after)]))
      .orderBy('lookedAt', 'desc')
      .orderBy('_id', 'desc')
      .limit(LOOKS_PAGE + 1)
      .get(),
    after ? [] : alertsTo(context),
  ])
  const items = found.data.slice(0, LOOKS_PAGE).map(lookView)
  const last = items.at(-1)
  const next = last && found.data.length > items.length ? { at: last.at, id: last.id } : null
  return ok({ items, next, alerts })
}

/** Looks are made by staff who serve at these levels; below them there are none. */
const servedLevels: readonly Level[] = ['district', 'street', 'community', 'grid']

/** The roles below the caller's own there; null where there are no looks for the caller to see. */
async function watchedAt(at: At, { caller }: Context) {
  const deepest = servedLevels.filter((level) => at[level] !== undefined).length
  if (Object.keys(at).length > deepest) return null
  const keepers = (await caller.posts()).filter((post) => isKeeperRole(post.role) && covers(post, at))
  return [...new Set(keepers.flatMap(({ role }) => rolesBelow(role)))]
}

const following = (after: After): Condition[] => {
  if (!after) return []
  const lookedAt = new Date(after.at)
  const later = [{ lookedAt: command.lt(lookedAt) }, { lookedAt, _id: command.lt(after.id) }]
  return [command.or(later) as unknown as Condition]
}

/** Open alerts at my places that are for an administrator to settle. */
async function alertsTo({ caller }: Context): Promise<LookPage['alerts']> {
  const posts = (await caller.posts()).filter(({ role }) => role === 'administrator')
  if (posts.length === 0) return []
  const { data } = await collection<LookAlertCase>('cases')
    .where(command.and([{ 'todo.role': 'administrator', kind: 'lookAlert' }, belowPosts(posts)]))
    .orderBy('todo.dueAt', 'asc')
    .limit(ALERTS_AT_MOST)
    .get()
  return data
    .filter(({ owner }) => owner !== caller.openid)
    .map(({ _id, body, openedAt }) => ({ id: _id, name: body.name, openedAt: openedAt.toISOString() }))
}
