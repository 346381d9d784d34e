import fc from 'fast-check'

/** What is done to an input before it is sent: a field of the schema (`''` the input itself, `*` its first item) is replaced, or taken away. */
export type Twist = { at: string; put: unknown } | { at: string; without: true }

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: [inner] }), 1)

const parsed = (text: string): unknown => JSON.parse(text) as unknown

/** What has broken something somewhere: as text, as number, as an operator of the database, as the shape of a thing. */
const known: readonly unknown[] = [
  ...[
    '',
    ' ',
    '\u0000',
    '\u200b因为',
    '\u202e因为',
    '\ud800',
    '👨‍👩‍👧‍👦',
    '𠮷𠮷',
    'e\u0301'.repeat(200),
    '因'.repeat(100_000),
  ],
  ...['__proto__', 'constructor', 'hasOwnProperty', 'toString', '$where', 'a.b', '$[]', '../../etc/passwd'],
  ...["'; DROP TABLE cases; --", '" OR 1=1', '(a+)+$', '.*', '[', '\\', '%', '${1}', '<script>', '=1+1'],
  ...[
    'NaN',
    'Infinity',
    '-0',
    '1e999',
    '٣',
    '１８',
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '+275760-09-13',
  ],
  ...[
    '9999-12-31T23:59:59.999Z',
    '2026-01-01T00:00:00+99:99',
    'cloud://local.local/incoming/../secrets.json',
  ],
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, -0, 5e-324],
  ...[[], [[]], [null], {}, { length: 1 }, Array.from({ length: 10_000 }, () => '因'), nested(500)],
  ...[{ $gt: '' }, { $ne: null }, { $where: 'sleep(9999)' }, { $regex: '.*' }, { $in: [] }, { $date: 1 }],
  ...[
    { $oid: 'a'.repeat(24) },
    { $numberLong: '1' },
    { operator: 'gt', operands: [''] },
    { _internalType: {} },
  ],
  ...[parsed('{"__proto__":{"ok":true}}'), parsed('{"constructor":{"prototype":1}}'), { toJSON: 1, then: 1 }],
]

/** Anything at all that survives JSON, and what somebody has here. */
export const hostileValues = (values: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: fc.constantFrom(...values) },
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.double(),
    fc.jsonValue({ maxDepth: 3 }),
  )

/** At most two, more often none. `paths` are those of the schema. */
export const twistsOf = (paths: readonly string[], values: readonly unknown[]): fc.Arbitrary<Twist[]> => {
  const at = fc.constantFrom(...paths)
  const twist = fc.oneof<fc.WeightedArbitrary<Twist>[]>(
    { weight: 4, arbitrary: fc.record({ at, put: hostileValues(values) }, { noNullPrototype: true }) },
    {
      weight: 1,
      arbitrary: fc.record({ at, without: fc.constant(true as const) }, { noNullPrototype: true }),
    },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          at: fc
            .constantFrom(...['surprise', 'status', 'openid', '__proto__', 'a.b', '', '因'.repeat(50_000)])
            .map((key) => `+${key}`),
          put: hostileValues(values),
        },
        { noNullPrototype: true },
      ),
    },
  )
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant<Twist[]>([]) },
    { weight: 3, arbitrary: fc.array(twist, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(twist, { minLength: 2, maxLength: 2 }) },
  )
}

/** Sets an own property, whatever its name: assigned, `__proto__` would be none. */
const put = (target: object, key: string, value: unknown): void => {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
}

/** The input after a twist; the same where it has no such field. `+name` adds a field to it. */
export function twisted(input: unknown, twist: Twist): unknown {
  if (twist.at === '') return 'put' in twist ? twist.put : undefined
  const after = structuredClone(input)
  if (twist.at.startsWith('+')) {
    if (typeof after === 'object' && after !== null && 'put' in twist)
      put(after, twist.at.slice(1), twist.put)
    return after
  }
  const keys = twist.at.split('.')
  const last = keys.pop() as string
  const target = keys.reduce<unknown>((at, key) => inside(at, key), after)
  if (typeof target !== 'object' || target === null) return input
  const key = last === '*' ? '0' : last
  if ('put' in twist) put(target, key, twist.put)
  else if (Array.isArray(target)) target.splice(0, 1)
  else Reflect.deleteProperty(target, key)
  return after
}

const inside = (at: unknown, key: string): unknown =>
  typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key === '*' ? '0' : key] : undefined

/** Events that are no call of an action. */
export const hostileEvents = (
  names: readonly string[],
  values: readonly unknown[],
): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    fc.record(
      {
        action: fc.constantFrom<unknown>(
          ...[
            '',
            'toString',
            'constructor',
            '__proto__',
            'hasOwnProperty',
            'a'.repeat(50_000),
            null,
            1,
            {},
            ['me'],
          ],
          ...names.map((name) => `${name} `),
          ...names.map((name) => [name]),
        ),
        input: hostileValues(values),
      },
      { noNullPrototype: true, requiredKeys: [] },
    ),
    fc.record(
      {
        Type: fc.constantFrom('Timer', 'timer'),
        TriggerName: fc.constantFrom<unknown>(
          ...[
            'everyMinute',
            'everyTenMinutes',
            'deleteExpired',
            'removeUnclaimed',
            'relocate',
            'tidyStaff',
            'reseal',
          ],
          ...['toString', '__proto__', 1],
        ),
        Time: fc.constant('2026-01-01T00:00:00Z'),
      },
      { noNullPrototype: true },
    ),
    fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true }),
  )
