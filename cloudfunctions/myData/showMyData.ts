import { ok } from '@contract/action'
import type { MyData, myDataActions } from '@contract/myData'
import type { Case } from '@kernel/caseEvents'
import { command } from '@kernel/cloud'
import { covers } from '@kernel/covering'
import { lifts } from '@kernel/deletion/deletionDocuments'
import { livingThere } from '@kernel/households/householdDocument'
import { residentName } from '@kernel/placeDocument'
import type { UseCase } from '@kernel/serve'
import { belongingsOf, ownCase } from './ownCases'

const LIFTS_AT_MOST = 200

/** Events in which staff have seen the clear text, or found it by a number. */
const looking = ['reveal', 'find']

/** What is stored about the caller, how long, and what stands against deleting it. Six requests. */
export const showMyData: UseCase<typeof myDataActions.show> = async (_input, { caller, now, today }) => {
  const [{ cases, people, pictures, households, holds }, { data: ending }] = await Promise.all([
    belongingsOf(caller.openid, now),
    lifts
      .where({ status: 'counting', endsAt: command.gt(now) })
      .limit(LIFTS_AT_MOST)
      .get(),
  ])
  return ok({
    cases: cases.map((one) => ownCase(one, holds, today)).reverse(),
    people: people.length,
    households: {
      number: households.length,
      people: households.reduce((sum, one) => sum + livingThere(one).length, 0),
    },
    pictures: pictures.length,
    looks: cases.reduce((sum, one) => sum + looksInto(one), 0),
    lifts: ending.flatMap((lift): MyData['lifts'] =>
      lift.endsAt && [...cases, ...households].some(({ at }) => covers(lift, at))
        ? [{ place: residentName(lift.at, lift.place), endsAt: lift.endsAt.toISOString() }]
        : [],
    ),
  })
}

const looksInto = ({ history }: Case): number => history.filter(({ event }) => looking.includes(event)).length
