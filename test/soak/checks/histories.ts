import type { Case } from '@kernel/caseEvents'
import { alterationOf } from '@kernel/history'
import type { Finding } from '../said'
import { documentsOf, type Stored } from '../stored'

/** Of each case: as many events as its version says, each of them once, and a chain that is whole. */
export const findInHistories = (stored: Stored): Finding[] =>
  documentsOf<Case>(stored, 'cases').flatMap((found) =>
    [gapIn(found), repeatedIn(found), alteredIn(found)].flatMap((what) =>
      what ? { document: `cases/${found._id}`, what } : [],
    ),
  )

const gapIn = ({ version, history }: Case): string | null =>
  version === history.length ? null : `is of version ${version}, with ${history.length} events`

type Happened = Pick<Case['history'][number], 'event' | 'submission'>

export function repeatedIn({ history }: { history: readonly Happened[] }): string | null {
  const twice = history.find((entry, index) => {
    const before = history.slice(0, index)
    return before.some((one) => isSame(one, entry)) && !isExpectedAnew(entry, before)
  })
  return twice ? `has twice: ${twice.event} ${twice.submission}` : null
}

const isSame = (one: Happened, other: Happened): boolean =>
  one.event === other.event && one.submission === other.submission

/** An edition says once more what it expects, once somebody has amended what it said it of, or another has come between. */
function isExpectedAnew({ event, submission }: Happened, before: readonly Happened[]): boolean {
  const last = before.filter((one) => expecting.includes(one.event)).pop()
  return byEdition.includes(event) && last?.submission !== submission
}

const byEdition = ['reexpect', 'reassess']
const expecting = [...byEdition, 'amend']

function alteredIn(found: Case): string | null {
  const alteration = alterationOf(found)
  return alteration && `its history is not whole: ${alteration.what} at ${alteration.entry}`
}
