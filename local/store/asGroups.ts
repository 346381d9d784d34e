import { compare, typeOf } from 'mingo/util'
import type { Stage } from './semantics'

/**
 * The stages that MongoDB's manual explains as a `$group`, as that group: so it is streamed, and two faults of mingo do
 * not show (of nothing it counts 0 instead of answering nothing; to `$bucket` a lower bound belongs to the bucket before).
 * What is written wrongly is left as it is, for mingo to refuse.
 * https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucket/
 */
export const asGroups = (stage: Stage): Stage[] => {
  if ('$sortByCount' in stage) {
    return [{ $group: { _id: stage.$sortByCount, count: { $sum: 1 } } }, { $sort: { count: -1 } }]
  }
  if (isFieldName(stage.$count)) {
    return [{ $group: { _id: null, [stage.$count]: { $sum: 1 } } }, { $project: { _id: 0 } }]
  }
  const buckets = stage.$bucket as Partial<Buckets> | undefined
  return buckets && isAscending(buckets.boundaries) ? bucketsAsGroups(buckets as Buckets) : [stage]
}

const isFieldName = (name: unknown): name is string => typeof name === 'string' && /^[^$._][^.]*$/.test(name)

interface Buckets {
  groupBy: unknown
  boundaries: unknown[]
  default?: unknown
  output?: Record<string, unknown>
}

const isAscending = (boundaries: unknown): boolean =>
  Array.isArray(boundaries) &&
  boundaries.length > 1 &&
  boundaries.every((bound, index) => {
    const before: unknown = boundaries[index - 1]
    return index === 0 || (typeOf(before) === typeOf(bound) && compare(before, bound) < 0)
  })

const bucketsAsGroups = ({
  groupBy,
  boundaries,
  output = { count: { $sum: 1 } },
  ...more
}: Buckets): Stage[] => {
  const branches = boundaries.slice(1).map((end, index) => {
    const begin = { $literal: boundaries[index] }
    return {
      case: { $and: [{ $gte: [groupBy, begin] }, { $lt: [groupBy, { $literal: end }] }] },
      then: begin,
    }
  })
  const rest = 'default' in more ? { default: { $literal: more.default } } : {}
  return [{ $group: { _id: { $switch: { branches, ...rest } }, ...output } }, { $sort: { _id: 1 } }]
}
