import fc from 'fast-check'
import { minuteOf } from '@contract/calendar'
import { fieldLimits, fitted, kindOf, type FieldKind } from '@contract/messageFields'
import * as messages from '@contract/messages'
import { isAllowed } from '../../local/wechat/messageFields'

const kinds = Object.keys(fieldLimits) as FieldKind[]
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.stringMatching(/^[一-龥A-Z0-9\n 🙂]{0,40}$/u),
)

it.each(['thing', 'phrase'] as const)('whatever the text, WeChat takes it as %s', (kind) => {
  fc.assert(fc.property(text, (any) => isAllowed(kind, fieldLimits[kind].fit(any))))
})

it.each(kinds)('what WeChat takes as %s stays as it is', (kind) => {
  const good = { thing: '春晓东苑 1 号楼，请在今天内去看', phrase: '请去核实', time: minuteOf(new Date()) }[
    kind
  ]
  expect(isAllowed(kind, good)).toBe(true)
  expect(fieldLimits[kind].fit(good)).toBe(good)
})

it('a longer text ends in a sign that it goes on, with whole characters', () => {
  expect(fitted({ thing1: '一二三四五六七八九十一二三四五六七八九🙂🙂' })).toEqual({
    thing1: '一二三四五六七八九十一二三四五六七八九…',
  })
})

it('a message has no empty field', () => {
  expect(fitted({ thing1: ' \n', phrase2: 'OK' })).toEqual({ thing1: '—', phrase2: '通知' })
})

/** Every text of the contract's messages, by the kind of field that its name says. */
function written(value: unknown, key: string): [key: string, text: string][] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value === 'function') return [1, 12].map((n) => [key, (value as (n: number) => string)(n)])
  return Object.entries(value as object).flatMap(([name, inner]) =>
    written(inner, key === 'phrase' ? key : name),
  )
}

it('what is written for messages fits without being cut', () => {
  const { progressMessages, todoMessages, reminderMessages, healthAlertMessages, tipMessages } = messages
  const { lookAlertMessage, reassessedMessage, dailyReminderMessage } = messages
  const all = [
    ...written({ progressMessages, reminderMessages, healthAlertMessages, tipMessages }, ''),
    ...written({ lookAlertMessage, reassessedMessage, dailyReminderMessage }, ''),
    ...written({ phrase: todoMessages }, ''),
  ]
  const kindFor = (key: string): FieldKind => (key === 'phrase' ? 'phrase' : 'thing')
  const cut = all.filter(([key, one]) => fieldLimits[kindFor(key)].fit(one) !== one)
  expect(all.length).toBeGreaterThan(50)
  expect(cut).toEqual([])
})

it('every template has at most five fields, all of a kind with a limit', () => {
  for (const { fields } of Object.values(messages.templates)) {
    const names = Object.keys(fields) as (keyof typeof fields)[]
    expect(names.length).toBeLessThanOrEqual(5)
    expect(names.filter((name) => !kinds.includes(kindOf(name)))).toEqual([])
  }
})
