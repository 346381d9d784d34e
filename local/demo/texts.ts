import { newTextCheck, type TextCheckCase } from '@kernel/checking/textCheck'
import { openAnswers, type RegistrationCase } from '@kernel/registration'
import type { Sealer } from '@kernel/seal'
import type { Chance } from './chance'
import { demoPlaces } from './places'

const COMMUNITY = 'qinghe-1'
const HOUR_MS = 3_600_000

/** One text of the first community that WeChat wants somebody to look at: what somebody has noted in a registration. */
export function demoTextChecks(
  chance: Chance,
  cases: readonly RegistrationCase[],
  now: Date,
  sealer: Sealer,
): TextCheckCase[] {
  const office = demoPlaces.find(({ _id }) => _id === COMMUNITY)
  const noted = cases.flatMap((found) => {
    const { note } = openAnswers(found.body.answers, found._id, sealer)
    return found.at.community === COMMUNITY && found.todo && note ? [{ found, note }] : []
  })
  const [doubtful] = noted
  if (!office || !doubtful) return []
  const { found, note } = doubtful
  const check = newTextCheck(
    {
      ...{ id: chance.uuid(), account: found.owner ?? '', texts: [note], display: found.subject.display },
      ...{ action: 'register', writtenAt: found.openedAt, ids: [found._id], canHide: true },
      doubt: 'review',
      standsIn: { kind: 'returnee', id: found._id },
    },
    office,
    new Date(now.getTime() - HOUR_MS),
  )
  return [check]
}
