import type { Wanted, WantedFunction } from '../../../config/deploy/wanted'

export const key = (name: string, shown = false) => ({ name, bytes: 32, shown })

export const functionOf = (changes: Partial<WantedFunction> = {}): WantedFunction => ({
  mark: { code: '0123456789abcdef', interfaces: [] },
  timeout: 10,
  memory: 256,
  timers: [],
  secrets: [key('SHOUWANG_SEAL_KEY'), key('SHOUWANG_HASH_KEY')],
  ...changes,
})

/** A small project: two collections, three functions, one of which sends messages by a timer. */
export const wantedOf = (changes: Partial<Wanted> = {}): Wanted => ({
  collections: {
    cases: [
      { name: 'owner', keys: [['owner', '1'], ['openedAt', '-1']], unique: false }, // prettier-ignore
      { name: 'receipt', keys: [['body.receipt', '1']], unique: true },
    ],
    jobs: [],
  },
  functions: {
    people: functionOf({ secrets: [...functionOf().secrets, key('SHOUWANG_SETUP_CODE', true)] }),
    returnee: functionOf({
      mark: { code: 'aaaaaaaaaaaaaaaa', interfaces: ['subscribeMessage.send'] },
      timers: [{ name: 'everyMinute', cron: '0 * * * * * *' }],
    }),
    upkeep: functionOf({ timeout: 60 }),
  },
  templates: { SHOUWANG_TEMPLATE_CASE_PROGRESS: 'id-1' },
  brought: {},
  ...changes,
})

let drawn = 0

/** Another text each time, that can be looked for in what is printed. */
export const draw = (): string => `secret-${(drawn += 1)}`
