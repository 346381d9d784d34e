import { createHash } from 'node:crypto'
import { minuteOf } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import { lookAlertMachine, type LookAlertStatus } from '@contract/lookAlertMachine'
import { lookAlertMessage } from '@contract/messages'
import { levels, type StaffRole } from '@contract/roles'
import type { PostDocument } from './caller'
import { opened, type Case, type CaseTodo } from './caseEvents'
import { storeCase } from './cases'
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
 * Tells the officer above that somebody has looked at more than is usual: one case in the inbox of the superior's place,
 * where the one who looked cannot see it, and a message. Nothing happens twice when several looks at once bring it about.
 */
export async function raiseLookAlert(tally: LookTally, looker: PostDocument, now: Date): Promise<void> {
  const superiors = await superiorsOf(looker.role, looker.at, looker.openid)
  const [above] = superiors.sort((a, b) => depthOf(b) - depthOf(a))
  if (above) {
    const alert = newAlert(tally, looker, above, now)
    if ((await storeCase(alert)) === 'stored') {
      await Promise.all(superiors.map(({ openid }) => tell(openid, alert)))
    }
  }
  await noteAlert(tally, now)
}

const depthOf = ({ place }: PostDocument): number => levels.indexOf(place.level)

function newAlert(tally: LookTally, looker: PostDocument, above: PostDocument, now: Date): LookAlertCase {
  const id = alertId(tally)
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
      brief: { role, looks: LOOKS_AN_HOUR, where: place.names.slice(-2).join(' ') },
      body: { post, name, role, place },
    },
    dueAt,
    { at: now, submission: id, digest: '', by: { actor: 'system', account: '', name: null } },
  )
  return { ...alert, todo: { role: above.role, assignee: assigneeOf(above), dueAt } }
}

/** Administrators have no inbox: what is theirs to settle is handed to one of them by name. */
const assigneeOf = ({ _id, openid, name, role }: PostDocument): CaseTodo['assignee'] =>
  role === 'administrator' ? { id: _id, openid, name, role } : null

/** The same for all looks that find the tally as it is: of those at once one stores the alert. */
const alertId = ({ _id, recent, alertedAt }: LookTally): string => {
  const seed = `${_id} ${(alertedAt ?? recent[recent.length - 1])?.toISOString()}`
  const digits = createHash('sha256').update(seed).digest('hex')
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-')
}

const tell = (openid: string, { _id, body, todo }: LookAlertCase): Promise<void> =>
  notify('todoArrived', openid, `staff/looks/alert/index?id=${_id}`, {
    thing1: lookAlertMessage.title,
    thing2: [body.place.names.slice(-1).join(''), body.name].join(' '),
    phrase3: lookAlertMessage.phrase,
    time4: minuteOf(todo?.dueAt ?? new Date(0)),
  })
