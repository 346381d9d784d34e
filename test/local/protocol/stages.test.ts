import { startTestCloud, type TestCloud } from '../testCloud'
import type { Aggregate, Sdk } from '../sdk'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ database: { collections: { notes: {}, people: {} } } })
  await cloud.run(async ({ db }) => {
    const people = [
      { _id: 'x', name: 'Xu', grid: 1 },
      { _id: 'y', name: 'Yan', grid: 2 },
    ]
    await db.collection('people').add({ data: people })
    const at = (day: number, hour: number) => new Date(Date.UTC(2026, 0, day, hour))
    const notes = [
      { _id: 1, by: 'x', n: 1, tags: ['a', 'b'], at: at(1, 17), o: { p: 'q' } },
      { _id: 2, by: 'x', n: 2, tags: ['b'], at: at(2, 3), o: { p: 'r' } },
      { _id: 3, by: 'y', n: 5, tags: [], at: at(3, 20), o: { p: 's' } },
      { _id: 4, by: null, n: null, at: at(4, 0) },
    ]
    await db.collection('notes').add({ data: notes })
  })
})
afterAll(() => cloud.dispose())

type Pipeline = (aggregate: Aggregate, sdk: Sdk) => Aggregate

/** What a pipeline over the notes gives. It is sent as text: it sees its arguments only. */
function answerOf(pipeline: Pipeline): Promise<unknown> {
  const program = `async (sdk) => {
    const aggregate = (${pipeline.toString()})(sdk.db.collection('notes').aggregate().sort({ _id: 1 }), sdk)
    return (await aggregate.end()).list
  }`
  return cloud.run({ toString: () => program } as never)
}

describe('every stage of the SDK', () => {
  it.each<[stage: string, pipeline: Pipeline, answer: unknown]>([
    [
      'addFields',
      (notes, { $ }) =>
        notes
          .addFields({ 'o.twice': $.multiply(['$n', 2]) })
          .match({ _id: 2 })
          .project({ o: 1 }),
      [{ _id: 2, o: { p: 'r', twice: 4 } }],
    ],
    [
      'bucket',
      (notes, { $ }) =>
        notes.bucket({ groupBy: '$n', boundaries: [0, 2, 6], default: 'none', output: { all: $.sum(1) } }),
      [
        { _id: 0, all: 1 },
        { _id: 2, all: 2 },
        { _id: 'none', all: 1 },
      ],
    ],
    [
      'bucketAuto',
      (notes, { _ }) => notes.match({ n: _.gt(0) }).bucketAuto({ groupBy: '$n', buckets: 2 }),
      [
        { _id: { min: 1, max: 5 }, count: 2 },
        { _id: { min: 5, max: 5 }, count: 1 },
      ],
    ],
    ['count', (notes) => notes.count('all'), [{ all: 4 }]],
    ['count, of nothing', (notes) => notes.match({ n: 99 }).count('all'), []],
    [
      'group, with every accumulator that streams',
      (notes, { $ }) =>
        notes.group({
          _id: '$by',
          sum: $.sum('$n'),
          avg: $.avg('$n'),
          min: $.min('$n'),
          max: $.max('$o.p'),
          first: $.first('$_id'),
          last: $.last('$_id'),
          push: $.push('$_id'),
          set: $.addToSet('$by'),
        }),
      [
        { _id: 'x', sum: 3, avg: 1.5, min: 1, max: 'r', first: 1, last: 2, push: [1, 2], set: ['x'] },
        { _id: 'y', sum: 5, avg: 5, min: 5, max: 's', first: 3, last: 3, push: [3], set: ['y'] },
        { _id: null, sum: 0, avg: null, min: null, max: null, first: 4, last: 4, push: [4], set: [null] },
      ],
    ],
    [
      'group, with another accumulator, by several fields',
      (notes, { $ }) => notes.limit(2).group({ _id: { by: '$by' }, all: $.mergeObjects('$o') }),
      [{ _id: { by: 'x' }, all: { p: 'r' } }],
    ],
    ['limit and skip', (notes) => notes.limit(3).skip(2).project({ n: 1 }), [{ _id: 3, n: 5 }]],
    [
      'lookup by field',
      (notes) =>
        notes
          .skip(2)
          .lookup({ from: 'people', localField: 'by', foreignField: '_id', as: 'who' })
          .project({ who: 1 }),
      [
        { _id: 3, who: [{ _id: 'y', name: 'Yan', grid: 2 }] },
        { _id: 4, who: [] },
      ],
    ],
    [
      'lookup by a pipeline',
      (notes, { _, $ }) =>
        notes
          .match({ _id: 2 })
          .lookup({
            from: 'people',
            let: { n: '$n' },
            pipeline: [{ $match: _.expr($.eq(['$grid', '$$n'])) }, { $project: { _id: 0, name: 1 } }],
            as: 'who',
          })
          .project({ who: 1 }),
      [{ _id: 2, who: [{ name: 'Yan' }] }],
    ],
    [
      'match',
      (notes, { _ }) => notes.match({ n: _.in([1, 5]), 'o.p': /s/ }).project({ _id: 1 }),
      [{ _id: 3 }],
    ],
    [
      'project',
      (notes) => notes.limit(1).project({ _id: 0, place: '$o.p', tag: { $arrayElemAt: ['$tags', -1] } }),
      [{ place: 'q', tag: 'b' }],
    ],
    ['replaceRoot', (notes) => notes.limit(1).replaceRoot({ newRoot: '$o' }), [{ p: 'q' }]],
    ['sample', (notes) => notes.sample({ size: 3 }).count('some'), [{ some: 3 }]],
    ['sort', (notes) => notes.sort({ n: -1 }).limit(2).project({ _id: 1 }), [{ _id: 3 }, { _id: 2 }]],
    [
      'sortByCount',
      (notes) => notes.unwind('$tags').sortByCount('$tags'),
      [
        { _id: 'b', count: 2 },
        { _id: 'a', count: 1 },
      ],
    ],
    [
      'unwind, with what has nothing to unwind',
      (notes) =>
        notes
          .skip(1)
          .unwind({ path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })
          .project({ i: 1 }),
      [
        { _id: 2, i: 0 },
        { _id: 3, i: null },
        { _id: 4, i: null },
      ],
    ],
  ])('%s', async (_stage, pipeline, answer) => {
    expect(await answerOf(pipeline)).toEqual(answer)
  })
})

describe('expressions', () => {
  it.each<[what: string, pipeline: Pipeline, answer: unknown]>([
    [
      'a date as text, in a time zone',
      (notes, { $ }) =>
        notes.limit(1).project({
          _id: 0,
          china: $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }),
          offset: $.dateToString({ date: '$at', format: '%d', timezone: '+08:00' }),
          world: $.dateToString({ date: '$at', format: '%d' }),
        }),
      [{ china: '2026-01-02 01:00', offset: '02', world: '01' }],
    ],
    [
      'a date from its parts, and from text',
      (notes, { $ }) =>
        notes.limit(1).project({
          _id: 0,
          parts: $.dateFromParts({ year: 2026, month: 1, day: 2, hour: 3, timezone: '+08:00' }),
          text: $.dateFromString({ dateString: '2026-01-02T03:00:00Z' }),
        }),
      [{ parts: '2026-01-01T19:00:00.000Z', text: '2026-01-02T03:00:00.000Z' }],
    ],
    [
      'the parts of a date',
      (notes, { $ }) =>
        notes
          .limit(1)
          .project({ _id: 0, y: $.year('$at'), m: $.month('$at'), d: $.dayOfMonth('$at'), h: $.hour('$at') }),
      [{ y: 2026, m: 1, d: 1, h: 17 }],
    ],
    [
      'a choice, and what stands in for nothing',
      (notes, { $ }) =>
        notes.project({
          _id: 0,
          size: $.cond({ if: $.gt(['$n', 1]), then: 'many', else: 'few' }),
          by: $.ifNull(['$by', '-']),
        }),
      [
        { size: 'few', by: 'x' },
        { size: 'many', by: 'x' },
        { size: 'many', by: 'y' },
        { size: 'few', by: '-' },
      ],
    ],
    [
      'lists and texts',
      (notes, { $ }) =>
        notes.limit(1).project({
          _id: 0,
          upper: $.map({ input: '$tags', as: 'tag', in: $.toUpper('$$tag') }),
          only: $.filter({ input: '$tags', as: 'tag', cond: $.eq(['$$tag', 'b']) }),
          size: $.size('$tags'),
          joined: $.concat(['$by', '-', '$o.p']),
        }),
      [{ upper: ['A', 'B'], only: ['b'], size: 2, joined: 'x-q' }],
    ],
  ])('%s', async (_what, pipeline, answer) => {
    expect(await answerOf(pipeline)).toEqual(answer)
  })
})

describe('an aggregation is refused', () => {
  it.each<[what: string, pipeline: Pipeline, message: string]>([
    ['with code in its filter', (notes) => notes.match({ $where: 'true' }), '$where'],
    [
      'with code in an expression',
      (notes) =>
        notes.project({ n: { $function: { body: 'function() { return 1 }', args: [], lang: 'js' } } }),
      '$function',
    ],
    [
      'with code in a group',
      (notes) =>
        notes.group({
          _id: 1,
          n: {
            $accumulator: {
              init: 'function() {}',
              accumulate: 'function() {}',
              merge: 'function() {}',
              lang: 'js',
            },
          },
        }),
      '$accumulator',
    ],
    ['with a group by nothing', (notes, { $ }) => notes.group({ n: $.sum(1) }), "must include an '_id'"],
  ])('%s', async (_what, pipeline, message) => {
    await expect(answerOf(pipeline)).rejects.toThrow(message)
  })
})
