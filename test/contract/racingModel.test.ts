import type { ReturneeEvent } from '@contract/returnee'
import { unexplained, type Answered, type Stored } from '../functions/support/model/linearising'
import type { Entry, People } from '../functions/support/model/registrationModel'

const people: People = {
  resident: ['owner'],
  worker: ['gridWorker'],
  officer: ['communityOfficer'],
  stranger: [],
}

const entry = (
  event: string,
  from: string | null,
  to: string,
  account: string,
  submission: string,
): Entry => ({
  ...{ event, from, to, account, submission },
  words: submission,
  detail: { days: 7 },
})

const before: Entry[] = [entry('register', null, 'submitted', 'resident', 'first')]

const sent = (
  event: ReturneeEvent,
  account: string,
  submission: string,
  version: number,
  answer: Answered['answer'],
): Answered => ({ act: { event, account, submission, version, words: submission, days: 7 }, answer })

/** Worker and officer have decided at once, the resident has withdrawn; the officer was first and was sent twice. */
const acts: Answered[] = [
  sent('accept', 'worker', 'of-worker', 1, 'changedMeanwhile'),
  sent('accept', 'officer', 'of-officer', 1, 'ok'),
  sent('accept', 'officer', 'of-officer', 1, 'ok'),
  sent('withdraw', 'resident', 'of-resident', 1, 'changedMeanwhile'),
  sent('note', 'worker', 'note', 1, 'ok'),
  sent('note', 'stranger', 'strange', 1, 'notFound'),
]

const history: Entry[] = [
  ...before,
  entry('accept', 'submitted', 'accepted', 'officer', 'of-officer'),
  entry('note', 'accepted', 'accepted', 'worker', 'note'),
]
const after: Stored = { version: 3, status: 'accepted', history }

const withHistory = (changed: Entry[]): Stored => ({
  version: changed.length,
  status: changed.at(-1)?.to ?? '',
  history: changed,
})
const withAnswer = (submission: string, answer: Answered['answer']): Answered[] =>
  acts.map((one) => (one.act.submission === submission ? { ...one, answer } : one))
const [first, decided, noted] = history as [Entry, Entry, Entry]

it('explains what happens to a case by an order in which it may have happened', () => {
  expect(unexplained(before, acts, after, people)).toEqual([])
})

it.each<[string, Answered[], Stored]>([
  ['an acknowledged act that is lost', acts, withHistory([first, decided])],
  ['an act that was done twice', acts, withHistory([first, decided, decided, noted])],
  ['a gap in the versions', acts, { ...after, version: 4 }],
  ['a status that no event has led to', acts, { ...after, status: 'rejected' }],
  ['an entry that nobody has sent', acts, withHistory([...history, { ...noted, submission: 'other' }])],
  ['an entry in somebody else’s name', acts, withHistory([first, { ...decided, account: 'worker' }, noted])],
  ['words that are not those that were sent', acts, withHistory([first, { ...decided, words: '' }, noted])],
  ['an event that leads elsewhere', acts, withHistory([first, { ...decided, to: 'rejected' }, noted])],
  ['a beginning that has changed', acts, withHistory([{ ...first, submission: 'other' }, decided, noted])],
  ['a refused act that was done', withAnswer('of-officer', 'changedMeanwhile'), after],
  [
    'a refusal that nothing has caused',
    withAnswer('note', 'changedMeanwhile'),
    withHistory([first, decided]),
  ],
  ['an act of somebody who may not', withAnswer('strange', 'ok'), after],
  [
    'two decisions on the same version',
    withAnswer('of-worker', 'ok'),
    withHistory([...history, entry('accept', 'accepted', 'accepted', 'worker', 'of-worker')]),
  ],
  [
    'somebody told that they were slower when nobody was quicker',
    [sent('accept', 'worker', 'of-worker', 1, 'changedMeanwhile')],
    withHistory(before),
  ],
])('does not explain %s', (_what, answers, stored) => {
  expect(unexplained(before, answers, stored, people)).not.toEqual([])
})
