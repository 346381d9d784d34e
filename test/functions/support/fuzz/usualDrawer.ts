import { randomUUID } from 'node:crypto'
import { addDays, instantAt, type Day } from '@contract/calendar'
import { deskCodeOf } from '@kernel/tips/receipts'
import type { Drawer } from './schemaInputs'

/** Ids of what there is, by the name of the field that would name it. */
export type Known = Record<
  'case' | 'household' | 'person' | 'place' | 'post' | 'picture' | 'edition' | 'receipt',
  readonly string[]
>

const days = (today: Day): Day[] => [
  ...[-40, -14, -3, -2, -1, 0, 1, 3, 15].map((off) => addDays(today, off)),
  ...['0001-01-01', '1970-01-01', '9999-12-31'],
]

/** Texts that a schema may well take, and that are more than letters. */
const odd = [
  ...[
    '👨‍👩‍👧‍👦',
    '𠮷'.repeat(20),
    '\ud800',
    'e\u0301'.repeat(10),
    '.*',
    '[',
    '\\',
    '$gt',
    '__proto__',
    'constructor',
  ],
  ...['=1+1', '<b>', '${1}', '%00', "'", '"', '\t', '因\n\n\n因', 'null', '0', '-', '，', '因,因\n510107,高'],
  ...[20, 30, 40, 60, 200, 300, 500, 1000, 30_000].map((length) => '因'.repeat(length)),
]

const texts = [
  '因为',
  '方小棠',
  'Anna-Maria O’Brien',
  '古丽·买买提',
  '13800001234',
  '010-62345678',
  '+4915112345678',
  '11010519491231002X',
  'E12345678',
  '示A0123D',
  'G1234',
  '2 单元 301',
  '36.5',
  '３８。９℃',
  'https://example.org/a?b=c',
  '510107',
  '610113',
  'submitted',
  'other',
  'unregisteredReturn',
  'rule-1',
  'aKind',
  'A'.repeat(24),
  'A'.repeat(43),
  '12345678',
  '1'.repeat(16),
  '2'.repeat(18),
  '',
]

/** Enough that most acts are new, and few enough that some are sent twice. */
const ACTS = 1000

const numbers = [0, 1, 2, 3, 5, 6, 7, 9, 14, 21, 24, 37.3, 38.5, 100, 9_999, 2 ** 53, 1e300]

const times = (today: Day) => [
  '',
  '09:30',
  ...days(today).flatMap((day) => [`${day} 09:30`, instantAt(day, 9).toISOString()]),
  ...[
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T08:00:00+08:00',
  ],
]

/**
 * Everything that an input of the contract may consist of, and what is known of this community: ids, and telephones of
 * residents, which are only looked for: whoever had said one themselves would rightly read it again.
 */
export function usualDrawer(known: Known, telephones: readonly string[], today: Day): Drawer {
  const fresh = () => randomUUID() as string
  const files = known.picture.map((id) => `cloud://local.local/incoming/${id}`)
  const sheet = `cloud://local.local/incoming/${fresh()}.xlsx`
  const receipts = known.receipt
  const acts = Array.from({ length: ACTS }, fresh)
  return {
    values: [
      ...[...texts, ...odd, ...numbers, ...days(today), ...times(today), ...files, sheet],
      ...[...receipts, ...receipts.map(deskCodeOf), fresh()],
      ...Object.values(known).flat(),
    ],
    named: {
      ...known,
      version: [1, 1, 2, 3],
      id: known.case,
      into: known.case,
      to: [...known.case, ...known.post, ...known.place],
      colleague: known.post,
      under: known.place,
      community: known.place,
      submission: acts,
      letter: acts,
      words: ['因为', '测试复核：看不懂', '测试违规', '两行\n字'],
      on: [today],
    },
    alone: { number: telephones },
  }
}
