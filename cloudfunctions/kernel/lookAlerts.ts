import { minuteOf } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import { lookAlertMachine, type LookAlertStatus } from '@contract/lookAlertMachine'
import { lookAlertMessage } from '@contract/messages'
import { levels, type StaffRole } from '@contract/roles'
import { covers, type PostDocument } from './caller'
import { opened, type Case } from './caseEvents'
import { storeCase } from './cases'
import { derivedId } from './derivedId'
import { LOOKS_AN_HOUR, type LookTally } from './lookRules'
import { noteAlert } from './lookTally'
import { notify } from './notify'
import { superiorsOf } from './superiors'

const SETTLED_WITHIN_MS = 4 * 3_600_000

/** Who looked: staff act in public and by name. The account is the case's owner, so that they do not handle it themselves. */
export interface LookAlertBody {
  post: string
  name: string
  role: StaffRole
  place: PlaceName
}

export type LookAlertCase = Case<LookAlertBody, LookAlertStatus>

/**
 * Tells the officers above that somebody has looked at more than is usual: one case in the inbox of each superior's place,
 * where the one who looked cannot see it, and a message. Nothing happens twice when several looks at once bring it about.
 */
export async function raiseLookAlerts(
  tally: LookTally,
  posts: readonly PostDocument[],
  now: Date,
): Promise<void> {
  await Promise.all(outermost(posts).map((looker) => raiseAbove(looker, tally, now)))
  await noteAlert(tally, now)
}

/** Without those that lie below another: whoever is an officer there is not for a fellow officer to clear. */
const outermost = (posts: readonly PostDocument[]): PostDocument[] =>
  posts.filter(({ place, at }) => posts.every((other) => other.place.id === place.id || !covers(other, at)))

async function raiseAbove(looker: PostDocument, tally: LookTally, now: Date): Promise<void> {
  const superiors = await superiorsOf(looker.role, looker.at, [looker.openid])
  const [above] = superiors.sort((a, b) => depthOf(b) - depthOf(a))
  if (!above) return
  const alert = newAlert(tally, looker, above, now)
  if ((await storeCase(alert)) === 'stored') {
    await Promise.all(superiors.map(({ openid }) => tell(openid, alert)))
  }
}

const depthOf = ({ place }: PostDocument): number => levels.indexOf(place.level)

function newAlert(tally: LookTally, looker: PostDocument, above: PostDocument, now: Date): LookAlertCase {
  const id = alertId(tally, above.place.id)
  const { _id: post, openid, name, role, place } = looker
  const dueAt = new Date(now.getTime() + SETTLED_WITHIN_MS)
  const alert = opened<LookAlertBody, LookAlertStatus>(
    lookAlertMachine,
    {
      _id: id,
      owner: openid,
      at: above.at,
      place: above.place,
      subject: { person: post, display: name },
      regions: [],
      brief: { role, looks: LOOKS_AN_HOUR, where: place.names.slice(-2).join(' ') },
      body: { post, name, role, place },
    },
    dueAt,
    { at: now, submission: id, digest: '', by: { actor: 'system', account: '', name: null } },
  )
  return { ...alert, todo: { role: above.role, assignee: null, dueAt, urgency: 0 } }
}

/** The same for all looks that find the tally as it is: of those at once one stores the alert. */
const alertId = ({ _id: account, recent, alertedAt }: LookTally, place: string): string => {
  const since = (alertedAt ?? recent[recent.length - 1])?.toISOString()
  return derivedId({ account, since, place })
}

const tell = (openid: string, { _id, body, todo }: LookAlertCase): Promise<void> =>
  notify('todoArrived', openid, `staff/looks/alert/index?id=${_id}`, {
    thing1: lookAlertMessage.title,
    thing2: [body.place.names.slice(-1).join(''), body.name].join(' '),
    phrase3: lookAlertMessage.phrase,
    time4: minuteOf(todo?.dueAt ?? new Date(0)),
  })
