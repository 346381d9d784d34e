import { isDeepStrictEqual } from 'node:util'
import { dayOf } from '@contract/calendar'
import type { CaseKind } from '@contract/cases'
import type { Case } from '@kernel/caseEvents'
import {
  countedAs,
  countsAfter,
  NOW,
  type Count,
  type Counts,
  type CountsDocument,
} from '@kernel/counts/countRules'

/**
 * What is wrong with the counts of a store, one sentence for each fault; nothing where they are what the cases say. A case that
 * waits to be counted counts as what it was counted as. Of a day only too little is a fault, for a community and wider:
 * what has been deleted since still counts there.
 */
export function countFaults(
  cases: readonly Case[],
  stored: readonly CountsDocument[],
  now = new Date(),
): string[] {
  const wrongly = cases.filter(
    (one) => !one.uncounted && !(one.counted && isDeepStrictEqual(one.counted, countedAs(one, now))),
  )
  const recountings = cases.flatMap(({ kind, counted }) =>
    counted ? [{ kind, before: null, after: counted }] : [],
  )
  const expected = countsAfter([], recountings, dayOf(now))
  const ids = new Set([...expected, ...stored].map(({ _id }) => _id))
  return [
    ...wrongly.map(({ _id }) => `case ${_id} is not counted as what it is`),
    ...[...ids].flatMap((id) => faultsOf(id, of(expected, id), of(stored, id))),
  ]
}

const of = (documents: readonly CountsDocument[], id: string) => documents.find(({ _id }) => _id === id)

function faultsOf(id: string, expected?: CountsDocument, stored?: CountsDocument): string[] {
  const [isSaid, mustBe] = [linesOf(stored), linesOf(expected)]
  const isNow = (stored ?? expected)?.day === NOW
  return [...new Set([...isSaid.keys(), ...mustBe.keys()])].flatMap((line) => {
    const [is, must] = [isSaid.get(line) ?? 0, mustBe.get(line) ?? 0]
    const isFine = isNow || !line.startsWith('in all') ? is === must : is >= must
    return isFine ? [] : [`${id}: ${line} is ${is} and must be ${must}`]
  })
}

/** The numbers of a document by what they count. What was open when a day ended does not follow from its cases. */
function linesOf(document?: CountsDocument): Map<string, number> {
  if (!document) return new Map()
  const left: readonly Count[] = document.day === NOW ? [] : ['open']
  const each = (where: string, counts: Counts) =>
    (Object.keys(counts) as CaseKind[]).flatMap((kind) =>
      (Object.entries(counts[kind] ?? {}) as [Count, number][])
        .filter(([count]) => !left.includes(count))
        .map(([count, number]): [string, number] => [`${where} ${kind} ${count}`, number]),
    )
  return new Map([
    ...each('in all', document.total),
    ...Object.entries(document.below).flatMap(([place, counts]) => each(place, counts)),
  ])
}
