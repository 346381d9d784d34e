import { refused, type Action, type Refused, type Result } from '@contract/action'
import type { Day } from '@contract/calendar'
import type { Faults } from '@contract/faults'
import type { Caller } from '../caller'
import { checkTexts } from './checkTexts'
import { keepDoubt } from './doubts'
import { namedIn } from './namedIds'
import { textsWritten } from './writtenTexts'

interface Writing {
  caller: Pick<Caller, 'openid'>
  now: Date
  today: Day
}

/** Once the act is done: keeps what is to be looked at later, where anything is. */
type AfterAct = (answer: Result<unknown>) => Promise<void>

/**
 * Has WeChat look at everything that an input says in somebody's own words, before any of it is stored. What WeChat refuses is
 * refused, and the fields are named. What it is not sure of, or cannot be asked about, goes on, and is looked at later. No
 * database request, but one where something is to be looked at later.
 */
export async function checkWritten(
  name: string,
  action: Action,
  input: unknown,
  { caller, now, today }: Writing,
): Promise<Refused | AfterAct> {
  const written = textsWritten(action, input, today)
  const checked = await checkTexts(written, caller.openid)
  const { verdict } = checked
  if (verdict === 'risky')
    return refused('invalidInput', 'WeChat takes no such text', offends(checked.offending))
  return async (answer) => {
    if (verdict === 'pass' || !answer.ok) return
    await keepDoubt({
      ...{ action: name, why: verdict, writtenAt: now, input, account: caller.openid },
      texts: written.map(({ text }) => text),
      named: namedIn(input, answer.data),
    })
  }
}

const offends = (paths: readonly string[]): Faults =>
  Object.fromEntries(paths.map((path) => [path, 'offends']))
