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

function repeatedIn({ history }: Case): string | null {
  const acts = history.map(({ submission, event }) => `${event} ${submission}`)
  const twice = acts.find((act, index) => acts.indexOf(act) !== index)
  return twice === undefined ? null : `has twice: ${twice}`
}

function alteredIn(found: Case): string | null {
  const alteration = alterationOf(found)
  return alteration && `its history is not whole: ${alteration.what} at ${alteration.entry}`
}
