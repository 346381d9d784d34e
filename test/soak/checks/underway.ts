import type { RunDocument } from '@kernel/assessment/runDocuments'
import type { Finding } from '../said'
import { documentsOf, type Stored } from '../stored'

/** When everything is quiet and the timers have fired, nothing is left half done. */
export const findUnderway = (stored: Stored): Finding[] => [
  ...left(stored, 'letters', 'has not been taken out of the letterbox'),
  ...left(stored, 'relocations', 'has not been brought to its end'),
  ...documentsOf<RunDocument>(stored, 'runs').flatMap(({ _id, purpose, status }) =>
    purpose === 'reassessment' && status !== 'done' ? { document: `runs/${_id}`, what: `is ${status}` } : [],
  ),
]

const left = (stored: Stored, name: 'letters' | 'relocations', what: string): Finding[] =>
  stored.documents[name].map(({ _id }) => ({ document: `${name}/${String(_id)}`, what }))
